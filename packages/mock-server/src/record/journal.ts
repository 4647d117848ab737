import type { JournalEntry } from './journal-entry.ts';
import { toHar } from './to-har.ts';
import type { HarArchive } from './to-har.ts';
import { matchesEntry } from './match-entry.ts';
import type { EntryPattern } from './match-entry.ts';

/** What was received, oldest first. */
export interface Journal {
  readonly entries: () => readonly JournalEntry[];
  /** The entries that have every property of `pattern`. */
  readonly find: (pattern: EntryPattern) => readonly JournalEntry[];
  /** As an HTTP archive; pictures stand there as descriptions. */
  readonly toHar: () => HarArchive;
  readonly clear: () => void;
}

/** A journal that can be written. */
export interface WritableJournal extends Journal {
  readonly add: (entry: JournalEntry) => void;
  /** Told of every new entry. @returns a function that ends it. */
  readonly subscribe: (listener: (entry: JournalEntry) => void) => () => void;
}

/** @param maxEntries  the oldest entries give way. */
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
