import type { Scorer } from '../scoring/scorer.ts';
import { createJournal } from '../record/journal.ts';
import type { WritableJournal } from '../record/journal.ts';
import { createPlanStack } from '../answer/scenarios/plan.ts';
import type { PlanStack } from '../answer/scenarios/plan.ts';
import { createInstanceRegistry } from './instance-registry.ts';
import type { InstanceRegistry } from './instance-registry.ts';
import type { InstanceSettings } from './instance-settings.ts';
import { createUploadStore } from './upload-store.ts';
import type { UploadStore } from './upload-store.ts';

/** The mock's state for one client. Sessions are independent of each other. */
export interface Session {
  readonly id: string;
  /** Plans given through the API. */
  readonly plans: PlanStack;
  /** Plans from headers and instance names, by their text. */
  readonly textPlans: Map<string, PlanStack>;
  readonly instances: InstanceRegistry;
  readonly uploads: UploadStore;
  readonly journal: WritableJournal;
  readonly scorer: Scorer;
  /** Number of the next call, from 1. */
  readonly countCall: () => number;
}

/** Options of a session. */
export interface SessionOptions {
  readonly instances: Readonly<Record<string, InstanceSettings>> | undefined;
  readonly maxJournalEntries: number;
  readonly createScorer: () => Scorer;
}

/** Makes a new session. @param id  name of the session; empty for the default one. */
export function createSession(id: string, options: SessionOptions): Session {
  let calls = 0;
  return {
    id,
    plans: createPlanStack(),
    textPlans: new Map(),
    instances: createInstanceRegistry(options.instances),
    uploads: createUploadStore(),
    journal: createJournal(options.maxJournalEntries),
    scorer: options.createScorer(),
    countCall: () => {
      calls += 1;
      return calls;
    },
  };
}
