import type { Journal } from '../record/journal.ts';
import { resolvePlan } from '../scenarios/plan.ts';
import type { Plan, ResolvedStep } from '../scenarios/plan.ts';
import { scenarioEffect } from '../scenarios/scenario-name.ts';
import type { InstanceView } from './instance-registry.ts';
import type { InstanceSettings } from './instance-settings.ts';
import type { SessionRegistry } from './session-registry.ts';

/** What a test says to the mock, and what it asks. A session sees and changes only itself. */
export interface MockSession {
  /**
   * Decides the next calls: `mock.use('DeniedRequest')` all of them until `reset`,
   * `mock.use([{ scenario: 'DeniedRequest', times: 2 }, 'success'])` the next three. The plan given last is used first.
   * @throws TypeError for a name that is no scenario, which types rule out.
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
    setInstance: (name, settings) => session().instances.set(name, settings),
    removeInstance: (name) => session().instances.remove(name),
    instances: () => session().instances.list(),
    journal: {
      entries: () => session().journal.entries(),
      find: (pattern) => session().journal.find(pattern),
      toHar: () => session().journal.toHar(),
      clear: () => session().journal.clear(),
    },
    reset: () => sessions.reset(id),
  };
}

/** Types rule wrong names out; plans that came over the admin API have no types. */
function checkPlan(plan: Plan): void {
  for (const { scenario, operation } of resolvePlan(plan)) {
    if (operation !== 'PostObject' && scenarioEffect(scenario) === undefined)
      throw new TypeError(`There is no scenario "${scenario}".`);
  }
}
