import { checkReply } from '../answer/custom-reply.ts';
import type { Journal } from '../record/journal.ts';
import { violationsIn } from '../record/violation-report.ts';
import type { SeenViolation } from '../record/violation-report.ts';
import { resolvePlan } from '../answer/scenarios/plan.ts';
import type { Plan, ResolvedStep } from '../answer/scenarios/plan.ts';
import { scenarioEffect } from '../answer/scenarios/scenario-name.ts';
import { checkInstanceSettings } from './check-instance-settings.ts';
import type { InstanceView } from './instance-registry.ts';
import type { InstanceSettings } from './instance-settings.ts';
import type { SessionRegistry } from './session-registry.ts';

/** Controls and inspects one session of the mock, independently of the others. */
export interface MockSession {
  /**
   * Decides the next calls: `mock.use('DeniedRequest')` all of them until `reset`, `mock.use([{ scenario: 'DeniedRequest', times: 2 },
   * 'success'])` the next three, `mock.use([{ reply: { status: 503, body: 'busy' } }])` the next one, with a custom answer. The plan given
   * last is used first.
   * @throws TypeError for an unknown scenario, which types rule out, or an invalid reply.
   */
  readonly use: (plan: Plan) => void;
  /** Steps still to come, newest plan first. */
  readonly pending: () => readonly ResolvedStep[];
  /** Removes the plans only. */
  readonly clearPlans: () => void;
  /** Adds an instance or changes one. */
  readonly setInstance: (name: string, settings: InstanceSettings) => void;
  /** Removes an instance; its name then gets `Console.InstanceNotFound`. */
  readonly removeInstance: (name: string) => void;
  readonly instances: () => readonly InstanceView[];
  /** The received requests. */
  readonly journal: Journal;
  /** Violations of the contract in the received requests, independent of the answers. */
  readonly violations: () => readonly SeenViolation[];
  /** Removes plans, journal and uploads, and restores the instances. */
  readonly reset: () => void;
}

/** Makes a handle of a session, which stays valid when the session is reset. */
export function createMockSession(sessions: SessionRegistry, id: string): MockSession {
  const session = (): ReturnType<SessionRegistry['get']> => sessions.get(id);
  return {
    use: (plan) => {
      checkPlan(plan);
      session().plans.push(plan);
    },
    pending: () => session().plans.pending(),
    clearPlans: () => {
      session().plans.clear();
      session().textPlans.clear();
    },
    setInstance: (name, settings) => {
      checkInstanceSettings(settings, `instances.${name}`);
      session().instances.set(name, settings);
    },
    removeInstance: (name) => session().instances.remove(name),
    instances: () => session().instances.list(),
    journal: {
      entries: () => session().journal.entries(),
      find: (pattern) => session().journal.find(pattern),
      toHar: () => session().journal.toHar(),
      clear: () => session().journal.clear(),
    },
    violations: () => violationsIn(session().journal),
    reset: () => sessions.reset(id),
  };
}

/** Checks a plan at run time, because plans from the admin API have no types. */
function checkPlan(plan: Plan): void {
  for (const step of resolvePlan(plan)) {
    if ('reply' in step) {
      if (typeof step.reply !== 'function') checkReply(step.reply);
    } else if (step.operation !== 'PostObject' && scenarioEffect(step.scenario) === undefined) {
      throw new TypeError(`There is no scenario "${step.scenario}".`);
    }
  }
}
