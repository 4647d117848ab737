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

/** What a test says to the mock, and what it asks. A session sees and changes only itself. */
export interface MockSession {
  /**
   * Decides the next calls: `mock.use('DeniedRequest')` all of them until `reset`,
   * `mock.use([{ scenario: 'DeniedRequest', times: 2 }, 'success'])` the next three,
   * `mock.use([{ reply: { status: 503, body: 'busy' } }])` the next one, with an answer of the test's own. The plan given last is used first.
   * @throws TypeError for a name that is no scenario, which types rule out, or a reply that cannot be sent.
   */
  readonly use: (plan: Plan) => void;
  /** Steps still to come, newest plan first. */
  readonly pending: () => readonly ResolvedStep[];
  /** Forgets plans and nothing else. */
  readonly clearPlans: () => void;
  /** Adds an instance or changes one. */
  readonly setInstance: (name: string, settings: InstanceSettings) => void;
  /** Makes `Console.InstanceNotFound` of a name. */
  readonly removeInstance: (name: string) => void;
  readonly instances: () => readonly InstanceView[];
  /** What was received. */
  readonly journal: Journal;
  /** What was received that the contract forbids, whatever was answered. */
  readonly violations: () => readonly SeenViolation[];
  /** Forgets plans, journal, uploads and changed instances. */
  readonly reset: () => void;
}

/** A view of one session; it stays valid when the session is reset. */
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

/** Types rule wrong names out; plans that came over the admin API have no types. */
function checkPlan(plan: Plan): void {
  for (const step of resolvePlan(plan)) {
    if ('reply' in step) {
      if (typeof step.reply !== 'function') checkReply(step.reply);
    } else if (step.operation !== 'PostObject' && scenarioEffect(step.scenario) === undefined) {
      throw new TypeError(`There is no scenario "${step.scenario}".`);
    }
  }
}
