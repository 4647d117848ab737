import { readFile } from 'node:fs/promises';
import { isApiError, isSemblanceError } from '@semblance/client';
import type { Client, PairOutcome, PictureSource } from '@semblance/client';
import type { Digests, FilePair, RowResult } from '@semblance/wire/rows';

/** How rows are compared. */
export interface RowContext {
  readonly client: Client;
  readonly digests: Digests;
  /** The key of a row, from the digests of its files. */
  readonly keyOf: (pair: FilePair) => Promise<string>;
  /** Whether results have what differs from run to run. */
  readonly withDetails: boolean;
  readonly concurrency: number | undefined;
  readonly qps: number | undefined;
}

/** A row and what became of it. */
export interface RowOutcome {
  readonly pair: FilePair;
  readonly result: RowResult;
}

/** Engines answer this header with the version of their calibration. */
const explainHeader = 'x-semblance-explain';

/** Compares the files of rows, and gives what became of each as it comes. */
export async function* compareRows(
  pairs: readonly FilePair[],
  context: RowContext,
): AsyncGenerator<RowOutcome, void, undefined> {
  const { client, digests, concurrency, qps } = context;
  const given = { concurrency, qps, order: 'completion', headers: { [explainHeader]: '1' } } as const;
  for await (const outcome of client.compareMany(filePairs(pairs, digests), given)) {
    const { filePair, times } = outcome.pair;
    const durationMs = Math.round(performance.now() - times.startedMs);
    const details = context.withDetails ? detailsOf(outcome, durationMs) : {};
    yield { pair: filePair, result: { ...resultOf(outcome), ...details, key: await context.keyOf(filePair) } };
  }
}

interface BulkPair {
  readonly filePair: FilePair;
  readonly primary: PictureSource;
  readonly secondary: PictureSource;
  readonly times: { startedMs: number };
}

/** Each file is read when its turn comes, and its digest is that of the very bytes that are sent. */
function* filePairs(pairs: readonly FilePair[], digests: Digests): Generator<BulkPair, void, undefined> {
  for (const filePair of pairs) {
    const times = { startedMs: 0 };
    const source = (path: string): PictureSource => {
      const read = async (signal: AbortSignal): Promise<Uint8Array> => {
        times.startedMs ||= performance.now();
        const bytes = await readFile(path, { signal });
        digests.note(path, bytes);
        return bytes;
      };
      return Object.assign(read, { path });
    };
    yield { filePair, primary: source(filePair.primaryPath), secondary: source(filePair.secondaryPath), times };
  }
}

/** What was found out; the same in every run. */
function resultOf(outcome: PairOutcome): Omit<RowResult, 'key'> {
  if (outcome.ok) return { score: outcome.comparison.score, calibration: calibrationOf(outcome.headers) };
  const { error } = outcome;
  if (!isSemblanceError(error)) throw error;
  // The request's name stands at the end of a refusal.
  const errorMessage = isApiError(error) ? error.message.replace(/ Request id \S+\.$/, '') : error.message;
  return { errorCode: error.code, errorMessage };
}

/** The version an engine names; `undefined` of the cloud. */
function calibrationOf(headers: Headers): string | undefined {
  return /(?:^|; )calibration=([^;]+)/.exec(headers.get(explainHeader) ?? '')?.[1];
}

/** What differs from run to run. */
function detailsOf(outcome: PairOutcome, durationMs: number): Partial<RowResult> {
  if (outcome.ok) {
    const { requestId, attempts } = outcome.comparison;
    return { requestId, durationMs, attempts };
  }
  return { requestId: isSemblanceError(outcome.error) ? outcome.error.requestId : undefined, durationMs };
}
