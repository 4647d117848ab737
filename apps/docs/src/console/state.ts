import type { PictureCheck } from '@semblance/picture';
import type { Examination, LoadProgress } from '../page-engine/messages.ts';
import type { SampleLanguage } from './code-samples/languages.ts';
import type { Outcome } from './send-comparison.ts';
import type { ConsoleSettings } from './settings.ts';

/** One of the two places for a picture. */
export type SlotName = 'primary' | 'secondary';

/** A picture that was put into a slot. */
export interface SlotPicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is in a slot. */
export interface Slot {
  readonly picture: SlotPicture | undefined;
  /** What the limits of the chosen service type say of it; absent for an empty slot. */
  readonly check: PictureCheck | undefined;
  /** What was done to the picture, or why there is none. */
  readonly note: SlotNote | undefined;
}

/** What is said of a slot beside the check. */
export type SlotNote = 'fixed' | 'fix-failed' | 'sample-failed' | 'camera-refused' | 'file-unreadable';

/** What has to be put right before anything can be sent. */
export type Obstacle = 'pictures-missing' | 'endpoint-missing' | 'endpoint-invalid' | 'keys-missing';

/** Why a comparison ended without an answer of a server. */
export type Fault =
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
  /** The network or its runtime did not come. */
  | { readonly kind: 'load'; readonly detail: string }
  | { readonly kind: 'unforeseen'; readonly detail: string };

/** Where a comparison stands. Exactly one of these is true at any time, and all that is shown follows from it. */
export type Phase =
  | { readonly kind: 'idle'; readonly wasEdited: boolean }
  | { readonly kind: 'checking' }
  | { readonly kind: 'loading'; readonly progress: LoadProgress }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'answered'; readonly outcome: Outcome; readonly settings: ConsoleSettings }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** All the console knows. */
export interface ConsoleState {
  readonly settings: ConsoleSettings;
  readonly language: SampleLanguage;
  readonly slots: Readonly<Record<SlotName, Slot>>;
  readonly phase: Phase;
  /** What the page itself sees in the pictures of the last answer; absent until it has looked. */
  readonly seen: Examination | 'nothing' | undefined;
  /** Counts edits and comparisons: what belongs to an earlier one is not shown any more. */
  readonly run: number;
}

/** What happens to a console. Those with a `run` are dropped when another has begun. */
export type ConsoleEvent =
  | { readonly type: 'slot'; readonly which: SlotName; readonly slot: Slot }
  | { readonly type: 'settings'; readonly settings: ConsoleSettings }
  | { readonly type: 'language'; readonly language: SampleLanguage }
  | { readonly type: 'compare' }
  | { readonly type: 'progress'; readonly run: number; readonly progress: LoadProgress }
  | { readonly type: 'comparing'; readonly run: number }
  | { readonly type: 'answered'; readonly run: number; readonly outcome: Outcome }
  | { readonly type: 'failed'; readonly run: number; readonly fault: Fault }
  | { readonly type: 'seen'; readonly run: number; readonly seen: Examination | 'nothing' };

const emptySlot: Slot = { picture: undefined, check: undefined, note: undefined };

/** A console that nobody has touched. */
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

/** Whether a comparison is under way. */
export function isBusy({ phase }: Pick<ConsoleState, 'phase'>): boolean {
  return phase.kind === 'checking' || phase.kind === 'loading' || phase.kind === 'comparing';
}

/** After an edit no earlier answer stands, and none that is still on its way will be shown. */
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

/** What keeps a comparison from being sent, if anything does. */
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
