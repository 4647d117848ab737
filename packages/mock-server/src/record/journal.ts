import type { JournalEntry } from './journal-entry.ts';
import { toHar } from './to-har.ts';
import type { HarArchive } from './to-har.ts';
import { matchesEntry } from './match-entry.ts';
import type { EntryPattern } from './match-entry.ts';

/** Received requests, oldest first. */
export interface Journal {
  readonly entries: () => readonly JournalEntry[];
  /** The entries that have every property of `pattern`. */
  readonly find: (pattern: EntryPattern) => readonly JournalEntry[];
  /** Exports an HTTP archive, with descriptions in place of pictures. */
  readonly toHar: () => HarArchive;
  readonly clear: () => void;
}

/** A journal that can be written. */
export interface WritableJournal extends Journal {
  readonly add: (entry: JournalEntry) => void;
  /** Calls `listener` for every new entry. @returns a function that ends the subscription. */
  readonly subscribe: (listener: (entry: JournalEntry) => void) => () => void;
}

/** @param maxEntries  above it the oldest entries are dropped. */
export function createJournal(maxEntries: number): WritableJournal {
  let entries: JournalEntry[] = [];
  const listeners = new Set<(entry: JournalEntry) => void>();
  return {
    entries: () => [...entries],
    find: (pattern) => entries.filter((entry) => matchesEntry(entry, pattern)),
    toHar: () => toHar(entries),
    clear: () => {
      entries = [];
    },
    add: (entry) => {
      entries.push(entry);
      if (entries.length > maxEntries) entries.shift();
      for (const listener of listeners) listener(entry);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
