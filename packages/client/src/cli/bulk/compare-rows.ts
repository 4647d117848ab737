import { readFile } from 'node:fs/promises';
import { isApiError, isSemblanceError } from '@semblance/client';
import type { Client, PairOutcome, PictureSource } from '@semblance/client';
import type { Digests, FilePair, RowResult } from '@semblance/wire/rows';

/** Settings of a run. */
export interface RowContext {
  readonly client: Client;
  readonly digests: Digests;
  /** The key of a row, from the digests of its files. */
  readonly keyOf: (pair: FilePair) => Promise<string>;
  /** Whether results include the fields that differ from run to run. */
  readonly withDetails: boolean;
  readonly concurrency: number | undefined;
  readonly qps: number | undefined;
}

/** A row and its result. */
export interface RowOutcome {
  readonly pair: FilePair;
  readonly result: RowResult;
}

/** Request header that makes an engine send the version of its calibration. */
const explainHeader = 'x-semblance-explain';

/** Compares the files of the rows and yields each result. */
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

/** Reads each file when its pair is due, so that the digest belongs to the bytes that are sent. */
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

/** The fields of a result that are the same in every run. */
function resultOf(outcome: PairOutcome): Omit<RowResult, 'key'> {
  if (outcome.ok) return { score: outcome.comparison.score, calibration: calibrationOf(outcome.headers) };
  const { error } = outcome;
  if (!isSemblanceError(error)) throw error;
  // The message of a refusal ends in the request id, which differs from run to run.
  const errorMessage = isApiError(error) ? error.message.replace(/ Request id \S+\.$/, '') : error.message;
  return { errorCode: error.code, errorMessage };
}

/** The calibration version that an engine sends; `undefined` for the cloud. */
function calibrationOf(headers: Headers): string | undefined {
  return /(?:^|; )calibration=([^;]+)/.exec(headers.get(explainHeader) ?? '')?.[1];
}

/** The fields of a result that differ from run to run. */
function detailsOf(outcome: PairOutcome, durationMs: number): Partial<RowResult> {
  if (outcome.ok) {
    const { requestId, attempts } = outcome.comparison;
    return { requestId, durationMs, attempts };
  }
  return { requestId: isSemblanceError(outcome.error) ? outcome.error.requestId : undefined, durationMs };
}
