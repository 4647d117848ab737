import type { Verdict } from '@semblance/engine/evidence';
import type { ConsoleSettings, TargetKind } from './settings.ts';
import type { Fault, Obstacle, SlotNote } from './state.ts';

/** Texts of the console; also passed to its scripts. */
export interface ConsoleText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly pairs: string;
  readonly pairNames: Readonly<Record<PairName, string>>;
  readonly first: string;
  readonly second: string;
  readonly choose: string;
  readonly camera: string;
  readonly samples: string;
  readonly empty: string;
  readonly fix: string;
  readonly ready: string;
  readonly noPreview: string;
  readonly cameraTitle: string;
  readonly takePicture: string;
  readonly close: string;
  readonly slotNotes: Readonly<Record<SlotNote, string>>;
  readonly obstacles: Readonly<Record<Obstacle, string>>;
  /** What happened, and what to do. */
  readonly faults: Readonly<
    Record<Exclude<Fault['kind'], 'obstacle'>, { readonly what: string; readonly help: string }>
  >;
  /** Advice when a request reached no server, by target. */
  readonly unreached: Readonly<Record<TargetKind, string>>;
  readonly resultIdle: string;
  readonly changed: string;
  readonly checking: string;
  /** `{loaded}` and `{total}` stand for megabytes. */
  readonly loading: string;
  readonly or: string;
  /** `{bound}` stands for a number. */
  readonly approximate: string;
  /** Server named in the code when the page itself answers. */
  readonly codeServer: Readonly<Record<ConsoleSettings['scoring'], string>>;
  readonly copyFailed: string;
  readonly answerFrom: string;
  readonly targets: Readonly<Record<TargetKind, { readonly title: string; readonly help: string }>>;
  readonly endpoint: string;
  readonly instance: string;
  readonly instanceHelp: string;
  readonly scenario: string;
  readonly scenarioComputed: string;
  readonly scenarioScore: string;
  readonly serviceType: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly keysHelp: string;
  readonly signature: string;
  readonly format: string;
  readonly options: string;
  readonly compare: string;
  readonly comparing: string;
  readonly result: string;
  readonly mockScore: string;
  /** `{ms}` stands for a number. */
  readonly took: string;
  readonly verdicts: Readonly<Record<Verdict['name'], string>>;
  readonly explainCode: string;
  readonly evidence: string;
  readonly evidenceHow: string;
  readonly legend: Readonly<Record<'agrees' | 'conflicts' | 'oneOnly', string>>;
  readonly progressLabel: string;
  readonly evidenceLead: string;
  readonly evidenceAlt: string;
  /** `{agreeing}`, `{matches}` and `{colour}` stand for numbers. */
  readonly evidenceWords: string;
  /** The same where no points match, as of flat pictures; `{colour}` stands for a number. */
  readonly evidenceNoPoints: string;
  /** How a note begins, by the picture that it is about. */
  readonly noteOn: Readonly<Record<'first' | 'second', string>>;
  readonly differenceAlt: string;
  readonly stop: string;
  readonly evidenceNone: string;
  readonly response: string;
  readonly request: string;
  readonly code: string;
  readonly asReceived: string;
  readonly otherFormat: string;
  readonly language: string;
  readonly copy: string;
  readonly copied: string;
  readonly curlNote: string;
  readonly curlUnsigned: string;
  readonly sampleNote: string;
  readonly bytes: string;
}

/** Ready-made pairs to start with. */
export const pairNames = ['same-object', 'copy', 'same-kind', 'unrelated', 'identical'] as const;

/** Name of a ready-made pair. */
export type PairName = (typeof pairNames)[number];
