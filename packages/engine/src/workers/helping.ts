import type { ComparisonTask } from '../compare/comparison-task.ts';
import type { PictureLosses } from './picture-losses.ts';
import type { TimedStage } from './stage-times.ts';
import type { TaskMeasures } from './worker-messages.ts';
import type { AskHelp, WorkerSlot } from './worker-slot.ts';
import { monotonicMs } from '../clock.ts';

/** What one comparison is helped with. */
export interface Helping {
  readonly askHelp: AskHelp;
  /** How long helpers have worked for it. */
  readonly tookMs: () => number;
  /** What it took, with the helper's stages and calls of the shared cache. */
  readonly joined: (measures: TaskMeasures) => TaskMeasures;
}

/** Who helps, and what is remembered of it. */
export interface HelpingOptions {
  /** A worker without work, if nothing waits for one. */
  readonly findHelper: () => WorkerSlot | undefined;
  readonly losses: PictureLosses;
  /** What a step may take, milliseconds. */
  readonly budgetMs: number;
}

/**
 * Lets a worker that has nothing to do analyse the second picture while another is at the first: one comparison on an idle machine then takes
 * two cores. A helper that is lost counts against that picture alone; the comparison goes on by itself.
 */
export function createHelping(task: ComparisonTask, { findHelper, losses, budgetMs }: HelpingOptions): Helping {
  const startedAtMs = monotonicMs();
  let stages: readonly TimedStage[] = [];
  let sharedCalls: TaskMeasures['sharedCalls'] = [];
  let helpedMs = 0;
  return {
    tookMs: () => helpedMs,
    joined: (measures) => {
      const { length } = measures.stages;
      const moved = stages.map(({ within, ...stage }) => ({
        ...stage,
        ...(within === undefined ? {} : { within: within + length }),
      }));
      return {
        ...measures,
        stages: [...measures.stages, ...moved],
        sharedCalls: [...measures.sharedCalls, ...sharedCalls],
      };
    },
    askHelp: async () => {
      const helper = findHelper();
      if (helper === undefined) return undefined;
      const begunAtMs = monotonicMs();
      const outcome = await helper.analyse({ ...task.pair.secondary, profile: task.profile });
      helpedMs += monotonicMs() - begunAtMs;
      if (outcome.type === 'lost' && outcome.step !== undefined) losses.lost(task, outcome.step);
      if (outcome.type === 'too-slow') return { ok: false, failure: { reason: 'too-slow', timeoutMs: budgetMs } };
      if (outcome.type !== 'analysed') return undefined;
      ({ sharedCalls } = outcome.measures);
      const offsetMs = begunAtMs - startedAtMs;
      stages = outcome.measures.stages.map((stage) => ({ ...stage, startMs: stage.startMs + offsetMs }));
      return outcome.result;
    },
  };
}
