import { policyAction } from '@semblance/spec/protocol';
import type { EngineConfig } from '../../config/generated/engine-config.ts';
import { matchesAction, mayMeanResource, surelyMeansResource } from './evaluate-policy.ts';
import type { PolicyResource, PolicyStatement } from './evaluate-policy.ts';

/** Problems in the policies of a configuration. */
export interface PolicyProblems {
  /** Deny statements, or parts of them, that can never apply, so that something is not denied as intended. */
  readonly errors: readonly string[];
  /** Allow statements that can never apply, and conditions, which are not evaluated. */
  readonly warnings: readonly string[];
}

type Policy = EngineConfig['policies'][number];

interface Remark {
  readonly effect: 'Allow' | 'Deny' | 'note';
  readonly text: string;
}

/** Finds statements that no call can match. */
export function policyProblems(config: EngineConfig): PolicyProblems {
  const remarks = config.policies.flatMap((policy) => [
    ...principalRemarks(policy, config),
    ...policy.statements.flatMap((statement, at) =>
      statementRemarks(statement, {
        place: `policies.${policy.name}.statements.${at}`,
        account: policy.account,
        resources: resourcesOf(policy.account, config),
      }),
    ),
  ]);
  const texts = (wanted: (effect: Remark['effect']) => boolean): string[] =>
    remarks.filter(({ effect }) => wanted(effect)).map(({ text }) => text);
  return { errors: texts((effect) => effect === 'Deny'), warnings: texts((effect) => effect !== 'Deny') };
}

function resourcesOf(account: string, { instances, region }: EngineConfig): PolicyResource[] {
  return instances
    .filter(({ owner }) => owner === account)
    .map(({ name, owner }) => ({ region, owner, instance: name }));
}

/** Users and roles without a key or issuer, to which the policy cannot apply. */
function principalRemarks(policy: Policy, { accessKeys, stsIssuers }: EngineConfig): Remark[] {
  const effect = policy.statements.some((statement) => statement.effect === 'Deny') ? 'Deny' : 'Allow';
  const place = `policies.${policy.name}`;
  const users = new Set(accessKeys.filter(({ account }) => account === policy.account).map(({ user }) => user));
  const roles = new Set(stsIssuers.filter(({ account }) => account === policy.account).map(({ role }) => role));
  const unknown = [
    ...policy.users.filter((user) => !users.has(user)).map((user) => `no access key has the user ${user}`),
    ...policy.roles.filter((role) => !roles.has(role)).map((role) => `no issuer has the role ${role}`),
  ].map((what) => ({ effect, text: `${place}: in account ${policy.account} ${what}` }) as const);
  if (policy.users.length + policy.roles.length > 0) return unknown;
  return [{ effect, text: `${place}: it is attached to nobody; name users or roles` }];
}

interface StatementPlace {
  readonly place: string;
  readonly account: string;
  readonly resources: readonly PolicyResource[];
}

function statementRemarks(statement: PolicyStatement, { place, account, resources }: StatementPlace): Remark[] {
  const { effect, actions, conditions } = statement;
  const lists = [
    ...(actions.length === 0 ? ['actions'] : []),
    ...(statement.resources.length === 0 ? ['resources'] : []),
  ].map((list) => ({ effect, text: `${place}.${list}: the list is empty, so the ${effect} never applies` }));
  const actionRemarks = actions.flatMap((pattern, at) =>
    matchesAction(policyAction, pattern)
      ? []
      : [
          {
            effect,
            text: `${place}.actions.${at}: ${pattern} never applies; the engine asks for ${policyAction} only`,
          },
        ],
  );
  const resourceRemarks = statement.resources.flatMap((pattern, at) => {
    const why = resourceFault(pattern, effect, resources);
    return why === undefined
      ? []
      : [{ effect, text: `${place}.resources.${at}: ${pattern} never applies; ${why(account)}` }];
  });
  return [...lists, ...actionRemarks, ...resourceRemarks, ...conditionRemarks(conditions, effect, place)];
}

function resourceFault(
  pattern: string,
  effect: 'Allow' | 'Deny',
  resources: readonly PolicyResource[],
): ((account: string) => string) | undefined {
  if (!resources.some((resource) => mayMeanResource(resource, pattern)))
    return (account) => `it names no instance of account ${account}`;
  if (effect === 'Deny' || resources.some((resource) => surelyMeansResource(resource, pattern))) return undefined;
  return () => 'it names a region, and the engine has none: set `region`, or leave the region to *';
}

function conditionRemarks(conditions: object | undefined, effect: 'Allow' | 'Deny', place: string): Remark[] {
  if (conditions === undefined) return [];
  const consequence = effect === 'Deny' ? 'this Deny always applies' : 'this Allow never applies';
  return [{ effect: 'note', text: `${place}.conditions: conditions are not evaluated; ${consequence}` }];
}
