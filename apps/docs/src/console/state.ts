import type { PictureCheck } from '@semblance/picture';
import type { Examination, LoadProgress } from '../page-engine/messages.ts';
import type { SampleLanguage } from './code-samples/languages.ts';
import type { ConsoleOutcome } from './send-comparison.ts';
import type { ConsoleSettings } from './settings.ts';

/** One of the two places for a picture. */
export type SlotName = 'primary' | 'secondary';

/** A picture that was put into a slot. */
export interface SlotPicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Content of a slot. */
export interface Slot {
  readonly picture: SlotPicture | undefined;
  /** Result of the check for the chosen service type; absent for an empty slot. */
  readonly check: PictureCheck | undefined;
  /** What was changed in the picture, or why there is none. */
  readonly note: SlotNote | undefined;
}

/** Note on a slot in addition to the check. */
export type SlotNote = 'fixed' | 'fix-failed' | 'sample-failed' | 'camera-refused' | 'file-unreadable';

/** A problem that prevents sending. */
export type Obstacle = 'pictures-missing' | 'endpoint-missing' | 'endpoint-invalid' | 'keys-missing';

/** Why a comparison ended without an answer of a server. */
export type Fault =
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
  /** A kind of picture that an engine decodes and this page does not. */
  | { readonly kind: 'unread'; readonly detail: string }
  /** The network or its runtime could not be loaded. */
  | { readonly kind: 'load'; readonly detail: string }
  | { readonly kind: 'unforeseen'; readonly detail: string };

/** Phase of a comparison, from which everything shown derives. */
export type Phase =
  | { readonly kind: 'idle'; readonly wasEdited: boolean }
  | { readonly kind: 'checking' }
  | { readonly kind: 'loading'; readonly progress: LoadProgress }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'answered'; readonly outcome: ConsoleOutcome; readonly settings: ConsoleSettings }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** State of the console. */
export interface ConsoleState {
  readonly settings: ConsoleSettings;
  readonly language: SampleLanguage;
  readonly slots: Readonly<Record<SlotName, Slot>>;
  readonly phase: Phase;
  /** The page's own examination of the last pictures; absent until it is finished. */
  readonly seen: Examination | 'nothing' | undefined;
  /** Counts edits and comparisons; results of earlier ones are dropped. */
  readonly run: number;
}

/** Events of a console. Those with an outdated `run` are dropped. */
export type ConsoleEvent =
  | { readonly type: 'slot'; readonly which: SlotName; readonly slot: Slot }
  | { readonly type: 'settings'; readonly settings: ConsoleSettings }
  | { readonly type: 'language'; readonly language: SampleLanguage }
  | { readonly type: 'compare' }
  | { readonly type: 'progress'; readonly run: number; readonly progress: LoadProgress }
  | { readonly type: 'comparing'; readonly run: number }
  | { readonly type: 'answered'; readonly run: number; readonly outcome: ConsoleOutcome }
  | { readonly type: 'failed'; readonly run: number; readonly fault: Fault }
  | { readonly type: 'seen'; readonly run: number; readonly seen: Examination | 'nothing' };

const emptySlot: Slot = { picture: undefined, check: undefined, note: undefined };

/** The initial state. */
export function initialState(settings: ConsoleSettings, language: SampleLanguage): ConsoleState {
  return {
    settings,
    language,
    slots: { primary: emptySlot, secondary: emptySlot },
    phase: { kind: 'idle', wasEdited: false },
    seen: undefined,
    run: 0,
  };
}

/** Whether a comparison is running. */
export function isBusy({ phase }: Pick<ConsoleState, 'phase'>): boolean {
  return phase.kind === 'checking' || phase.kind === 'loading' || phase.kind === 'comparing';
}

/** The state after an edit, which invalidates earlier and running comparisons. */
function edited(state: ConsoleState, change: Partial<ConsoleState>): ConsoleState {
  const wasEdited = state.phase.kind !== 'idle' || state.phase.wasEdited;
  return { ...state, ...change, phase: { kind: 'idle', wasEdited }, seen: undefined, run: state.run + 1 };
}

const sameSettings = (a: ConsoleSettings, b: ConsoleSettings): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The console after an event. */
export function nextState(state: ConsoleState, event: ConsoleEvent): ConsoleState {
  if ('run' in event && event.run !== state.run) return state;
  switch (event.type) {
    case 'slot':
      return edited(state, { slots: { ...state.slots, [event.which]: event.slot } });
    case 'settings':
      return sameSettings(state.settings, event.settings) ? state : edited(state, { settings: event.settings });
    case 'language':
      return { ...state, language: event.language };
    case 'compare':
      return { ...state, phase: { kind: 'checking' }, seen: undefined, run: state.run + 1 };
    case 'progress':
      return { ...state, phase: { kind: 'loading', progress: event.progress } };
    case 'comparing':
      return { ...state, phase: { kind: 'comparing' } };
    case 'answered':
      return { ...state, phase: { kind: 'answered', outcome: event.outcome, settings: state.settings } };
    case 'failed':
      return { ...state, phase: { kind: 'failed', fault: event.fault } };
    case 'seen':
      return { ...state, seen: event.seen };
  }
}

/** The first obstacle to sending a comparison, if any. */
export function obstacleOf({ settings, slots }: Pick<ConsoleState, 'settings' | 'slots'>): Obstacle | undefined {
  if (slots.primary.picture === undefined || slots.secondary.picture === undefined) return 'pictures-missing';
  if (settings.target === 'page') return undefined;
  if (settings.endpoint === '') return 'endpoint-missing';
  if (!isAddress(settings.endpoint)) return 'endpoint-invalid';
  const hasKeys = settings.accessKeyId !== '' && settings.accessKeySecret !== '';
  const isHalf = (settings.accessKeyId === '') !== (settings.accessKeySecret === '');
  return (settings.target === 'cloud' && !hasKeys) || isHalf ? 'keys-missing' : undefined;
}

function isAddress(endpoint: string): boolean {
  const url = URL.parse(/^https?:\/\//iu.test(endpoint) ? endpoint : `https://${endpoint}`);
  return url !== null && url.hostname !== '' && !/\s/u.test(endpoint);
}
