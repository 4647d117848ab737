import type { EngineConfig } from '../config/generated/engine-config.ts';
import type { Caller } from './caller.ts';

type Policy = EngineConfig['policies'][number];

/** What is asked for, in RAM's terms. */
export interface PolicyQuestion {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
}

/** The verdict, and the policy that gave it where one did. */
export type PolicyVerdict =
  | { readonly kind: 'Allow' }
  | { readonly kind: 'ExplicitDeny'; readonly policy: string }
  | { readonly kind: 'ImplicitDeny' };

/** RAM's name of an instance. */
export function instanceResource(owner: string, name: string): string {
  return `acs:imagesearch:*:${owner}:instance/${name}`;
}

/**
 * Decides as RAM does: a matching Deny wins, then a matching Allow, and what nothing mentions is denied.
 * An account itself needs no policy.
 */
export function evaluatePolicies(policies: readonly Policy[], question: PolicyQuestion): PolicyVerdict {
  if (question.caller.type === 'Account') return { kind: 'Allow' };
  const attached = policies.filter((policy) => isAttached(policy, question.caller));
  const denying = attached.find((policy) => hasStatement(policy, 'Deny', question));
  if (denying !== undefined) return { kind: 'ExplicitDeny', policy: denying.name };
  return attached.some((policy) => hasStatement(policy, 'Allow', question))
    ? { kind: 'Allow' }
    : { kind: 'ImplicitDeny' };
}

function isAttached(policy: Policy, { account, user, role }: Caller): boolean {
  if (policy.account !== account) return false;
  return (user !== undefined && policy.users.includes(user)) || (role !== undefined && policy.roles.includes(role));
}

function hasStatement(policy: Policy, effect: 'Allow' | 'Deny', { action, resource }: PolicyQuestion): boolean {
  return policy.statements.some(
    (statement) =>
      statement.effect === effect &&
      statement.actions.some((pattern) => matchesPattern(action.toLowerCase(), pattern.toLowerCase())) &&
      statement.resources.some((pattern) => matchesPattern(resource, pattern)),
  );
}

/** Whether `text` fits `pattern`, where `*` stands for any characters. Linear: no pattern makes it backtrack. */
export function matchesPattern(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at <= text.length - last.length;
}
