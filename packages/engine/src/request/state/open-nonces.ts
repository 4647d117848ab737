import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createNonceStore, defaultWindowMs } from '@semblance/signing/verify';
import type { NonceEntry, NonceStore } from '@semblance/signing/verify';
import { systemErrorText } from '@semblance/wire/system-error';
import { StartError } from '../../config/start-error.ts';
import { openNonceJournal } from './nonce-journal.ts';
import type { NonceHistory, NonceJournal } from './nonce-journal.ts';
import type { StateDirectory } from './state-directory.ts';

/** The nonce store, and when requests can be accepted. */
export interface Nonces {
  readonly store: NonceStore;
  /** Resolves when a request signed now would be accepted: at most a second after the start, at once if the history is complete. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abandon: () => void;
}

/** Capacity of store and journal: 16 MB on disk. */
const maxEntries = 500_000;
const secondMs = 1000;

/**
 * Opens the store of used nonces, which persists in a permanent state directory. Without a complete history, for lack of a directory or of
 * an intact journal, requests signed before this start are refused by their date.
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

/** Tolerance for slightly wrong clocks at signing. */
const slackMs = 60_000;

/** Entries whose date could still be accepted; others are refused by their date. */
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
      `stateDirectory: used nonces cannot be kept in ${directory}: ${systemErrorText(error)}; make room there, or name another directory`,
    );
  }
}

/**
 * Waits until the second after the start. Signature dates are whole seconds, so requests signed in the second of the start cannot be
 * distinguished from earlier ones.
 */
async function secondAfter(startedMs: number): Promise<void> {
  const waitMs = startedMs + secondMs - Date.now();
  if (waitMs > 0) await setTimeout(Math.min(secondMs, waitMs));
}
