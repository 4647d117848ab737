import type { EngineConfig } from '../../config/generated/engine-config.ts';
import type { Caller } from './caller.ts';
import { matchesBetween, matchesPattern } from './wildcard-pattern.ts';

type Policy = EngineConfig['policies'][number];

/** One statement of a policy. */
export type PolicyStatement = Policy['statements'][number];

/** The resource of an action, in RAM's terms. */
export interface PolicyResource {
  /** The engine's region; `undefined` without one. */
  readonly region: string | undefined;
  readonly owner: string;
  /** Name of the instance; `*` for any. */
  readonly instance: string;
}

/** The request to be decided, in RAM's terms. */
export interface PolicyQuestion {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: PolicyResource;
}

/** The verdict and the policy that determined it, if any. */
export type PolicyVerdict =
  | { readonly kind: 'Allow' }
  | { readonly kind: 'ExplicitDeny'; readonly policy: string }
  | { readonly kind: 'ImplicitDeny' };

const service = 'acs:imagesearch:';

/** RAM's name of a resource; an engine without a region writes `*` for it. */
export function resourceName({ region = '*', owner, instance }: PolicyResource): string {
  return `${service}${region}:${owner}:instance/${instance}`;
}

/**
 * Decides like RAM: a matching Deny wins, then a matching Allow; everything else is denied. An account itself needs no policy. A statement
 * that cannot be evaluated fully is interpreted against the caller.
 */
export function evaluatePolicies(policies: readonly Policy[], question: PolicyQuestion): PolicyVerdict {
  if (question.caller.type === 'Account') return { kind: 'Allow' };
  const attached = policies.filter((policy) => isAttached(policy, question.caller));
  const denying = attached.find(({ statements }) => statements.some((statement) => denies(statement, question)));
  if (denying !== undefined) return { kind: 'ExplicitDeny', policy: denying.name };
  return attached.some(({ statements }) => statements.some((statement) => allows(statement, question)))
    ? { kind: 'Allow' }
    : { kind: 'ImplicitDeny' };
}

function isAttached(policy: Policy, { account, user, role }: Caller): boolean {
  if (policy.account !== account) return false;
  return (user !== undefined && policy.users.includes(user)) || (role !== undefined && policy.roles.includes(role));
}

/** Conditions are not evaluated: a Deny applies as if they were met. */
function denies(statement: PolicyStatement, { action, resource }: PolicyQuestion): boolean {
  return (
    statement.effect === 'Deny' &&
    statement.actions.some((pattern) => matchesAction(action, pattern)) &&
    statement.resources.some((pattern) => mayMeanResource(resource, pattern))
  );
}

/** Conditions are not evaluated: an Allow that has any does not apply. */
function allows(statement: PolicyStatement, { action, resource }: PolicyQuestion): boolean {
  return (
    statement.effect === 'Allow' &&
    statement.conditions === undefined &&
    statement.actions.some((pattern) => matchesAction(action, pattern)) &&
    statement.resources.some((pattern) => surelyMeansResource(resource, pattern))
  );
}

/** Names of actions are not case-sensitive. */
export function matchesAction(action: string, pattern: string): boolean {
  return matchesPattern(action.toLowerCase(), pattern.toLowerCase());
}

/** Whether a pattern may match a resource, in any region. */
export function mayMeanResource(resource: PolicyResource, pattern: string): boolean {
  if (resource.region !== undefined) return matchesPattern(resourceName(resource), pattern);
  return matchesBetween(service, afterRegion(resource), pattern);
}

/** Whether a pattern matches a resource in every region, because its region is a wildcard. */
export function surelyMeansResource(resource: PolicyResource, pattern: string): boolean {
  if (resource.region !== undefined) return matchesPattern(resourceName(resource), pattern);
  // No pattern contains this character, so only wildcards match it; the long text excludes a series of `?`.
  const unnamed = ['\0', '\0'.repeat(pattern.length + 1)];
  return unnamed.every((region) => matchesPattern(`${service}${region}${afterRegion(resource)}`, pattern));
}

function afterRegion({ owner, instance }: PolicyResource): string {
  return `:${owner}:instance/${instance}`;
}
