import type { FinderEntry, Finding } from './finder-entry.ts';
import { rank } from './rank.ts';
import type { Ranking } from './rank.ts';
import { looksLikeRequest, namedCodes, quotedStatus } from './read-paste.ts';
import { folded } from './words.ts';

/**
 * Finds entries for a text: codes it names, otherwise codes whose message it quotes, otherwise the best matches of its words. A request
 * leads to the signature lab.
 */
export function find(ranking: Ranking, text: string): Finding {
  const entries = ranking.prepared.map(({ entry }) => entry);
  if (looksLikeRequest(text)) return { kind: 'request', entries: [] };
  const named = byName(entries, text);
  const codes = named.length > 0 ? named : byMessage(entries, text);
  if (codes.length > 0) return { kind: 'code', entries: byStatus(codes, text) };
  return { kind: 'words', entries: byStatus(rank(ranking, text), text) };
}

/** Codes named in the text. A code of uploads with the same name as another one comes first only if its message is quoted. */
function byName(entries: readonly FinderEntry[], text: string): readonly FinderEntry[] {
  const codes = entries.filter(({ kind }) => kind === 'code');
  const found = namedCodes(
    text,
    codes.map(({ title }) => title),
  ).flatMap((name) => codes.filter(({ title }) => title === name));
  const quoted = new Set(byMessage(found, text));
  return [...found.filter((entry) => quoted.has(entry)), ...found.filter((entry) => !quoted.has(entry))];
}

/** Codes whose message occurs in the text, the longest first. */
function byMessage(entries: readonly FinderEntry[], text: string): readonly FinderEntry[] {
  const whole = folded(text);
  const quoted = entries.filter(({ message }) => message !== undefined && whole.includes(sentence(message)));
  const longest = Math.max(0, ...quoted.map(({ message = '' }) => message.length));
  return quoted.filter(({ message = '' }) => message.length === longest);
}

/** A message without its full stop, which log lines often omit. */
function sentence(message: string): string {
  return folded(message).replace(/\.$/u, '');
}

function byStatus(codes: readonly FinderEntry[], text: string): readonly FinderEntry[] {
  const status = quotedStatus(text);
  if (status === undefined) return codes;
  return [...codes.filter((entry) => entry.status === status), ...codes.filter((entry) => entry.status !== status)];
}
