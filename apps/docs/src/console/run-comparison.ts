import type { ScoreFunction } from '@semblance/mock-server/mock';
import { examine } from '../page-engine/page-engine.ts';
import type { Examination, ExaminationFailure } from '../page-engine/messages.ts';
import { sendComparison } from './send-comparison.ts';
import type { PicturePair } from './send-comparison.ts';
import type { ConsoleSettings } from './settings.ts';
import type { ConsoleEvent, Fault } from './state.ts';

/** A comparison to run; `run` is the console's count when it began. */
export interface ComparisonTask {
  readonly settings: ConsoleSettings;
  readonly pair: PicturePair;
  readonly run: number;
}

type Dispatch = (event: ConsoleEvent) => void;

/** The result of the page's own engine. */
interface PageFinding {
  examination: Examination | undefined;
  failure: ExaminationFailure | undefined;
}

function scoreOf({ settings, run }: ComparisonTask, dispatch: Dispatch, finding: PageFinding): ScoreFunction {
  return async ({ primary, secondary }) => {
    const task = {
      primary: new Uint8Array(primary),
      secondary: new Uint8Array(secondary),
      serviceType: settings.serviceType,
      withNetwork: true,
    };
    const outcome = await examine(task, {
      onProgress: (progress) => dispatch({ type: 'progress', run, progress }),
      onComparing: () => dispatch({ type: 'comparing', run }),
    });
    if (outcome.ok) {
      finding.examination = outcome.value;
      return outcome.value.score ?? 0;
    }
    finding.failure = outcome.failure;
    if (outcome.failure.kind === 'picture') return outcome.failure.code;
    throw new Error(outcome.failure.detail);
  };
}

function faultOf(failure: ExaminationFailure | undefined): Fault | undefined {
  if (failure === undefined || failure.kind === 'picture') return undefined;
  return { kind: failure.kind === 'fault' ? 'unforeseen' : failure.kind, detail: failure.detail };
}

/** Runs a comparison and dispatches its progress, result or fault. */
export async function runComparison(task: ComparisonTask, dispatch: Dispatch): Promise<void> {
  const { settings, pair, run } = task;
  const finding: PageFinding = { examination: undefined, failure: undefined };
  try {
    const isComputed = settings.target === 'page' && settings.scoring === 'computed';
    if (!isComputed) dispatch({ type: 'comparing', run });
    const outcome = await sendComparison(settings, pair, scoreOf(task, dispatch, finding));
    const fault = faultOf(finding.failure);
    dispatch(fault === undefined ? { type: 'answered', run, outcome } : { type: 'failed', run, fault });
    if (fault === undefined) dispatch({ type: 'seen', run, seen: await seenIn(task, finding) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    dispatch({ type: 'failed', run, fault: { kind: 'unforeseen', detail } });
  }
}

/** The page's own examination of the pictures; without the network if another server computed the score. */
async function seenIn({ settings, pair }: ComparisonTask, finding: PageFinding): Promise<Examination | 'nothing'> {
  if (finding.examination !== undefined) return finding.examination;
  if (finding.failure !== undefined) return 'nothing';
  const outcome = await examine({ ...pair, serviceType: settings.serviceType, withNetwork: false });
  return outcome.ok ? outcome.value : 'nothing';
}
