import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createNonceStore, defaultWindowMs } from '@semblance/signing/verify';
import type { NonceEntry, NonceStore } from '@semblance/signing/verify';
import { StartError, systemReason } from '../../config/start-error.ts';
import { openNonceJournal } from './nonce-journal.ts';
import type { NonceHistory, NonceJournal } from './nonce-journal.ts';
import type { StateDirectory } from './state-directory.ts';

/** Nonces, and when requests can be taken on. */
export interface Nonces {
  readonly store: NonceStore;
  /** Resolves when a request signed now is accepted: at most a second after the start, and at once where everything is known. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abandon: () => void;
}

/** As many as the store in memory takes: 16 MB on the disk. */
const maxEntries = 500_000;
const secondMs = 1000;

/**
 * Opens the memory of used nonces. In a state directory that lasts it outlives the process; what it cannot know, because nothing or something
 * damaged was found there, or because there is no such directory, is refused by its date: what was signed before this start.
 * @failure StartError when the journal cannot be made.
 */
export async function openNonces(state: StateDirectory): Promise<Nonces> {
  const startedMs = Math.floor(Date.now() / secondMs) * secondMs;
  if (state.isTemporary) {
    const store = createNonceStore({ maxEntries, forgottenUntilMs: startedMs });
    return { store, ready: () => secondAfter(startedMs), close: async () => undefined, abandon: () => undefined };
  }
  const { history, record, close, abandon } = await openJournal(path.join(state.path, 'nonces'));
  const { known, forgottenUntilMs } = stillNeeded(history, startedMs);
  const store = createNonceStore({ maxEntries, known, forgottenUntilMs, record });
  const ready = async (): Promise<void> => {
    if (history.forgottenUntilMs === undefined) await secondAfter(startedMs);
  };
  return { store, ready, close, abandon };
}

/** A clock that was a little wrong when they were signed must not matter. */
const slackMs = 60_000;

/** Entries whose date could still be accepted; the others are refused by their date, whatever happens to the clock. */
function stillNeeded(
  { entries, forgottenUntilMs }: NonceHistory,
  startedMs: number,
): { readonly known: readonly NonceEntry[]; readonly forgottenUntilMs: number } {
  const oldestMs = startedMs - defaultWindowMs - slackMs;
  const past = entries.filter(({ signedAtMs }) => signedAtMs < oldestMs);
  const reachMs = past.reduce((latest, { signedAtMs }) => Math.max(latest, signedAtMs), forgottenUntilMs ?? startedMs);
  return { known: entries.filter(({ signedAtMs }) => signedAtMs >= oldestMs), forgottenUntilMs: reachMs };
}

async function openJournal(directory: string): Promise<NonceJournal> {
  try {
    return await openNonceJournal({ directory, maxEntries });
  } catch (error) {
    throw new StartError(
      `stateDirectory: used nonces cannot be kept in ${directory} (${systemReason(error)}); make room there, or name another directory`,
    );
  }
}

/** Dates of signatures are whole seconds: what is signed in the second of the start cannot be told from what was signed before it. */
async function secondAfter(startedMs: number): Promise<void> {
  const waitMs = startedMs + secondMs - Date.now();
  if (waitMs > 0) await setTimeout(Math.min(secondMs, waitMs));
}
