import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { createByteBudget } from './byte-budget.ts';
import { finePiecesDetail, leastPieceBytes, mostFinePieces, watchPieces } from './fine-pieces.ts';
import { readBody } from './read-body.ts';
import type { BodyReading } from './read-body.ts';

/** Reads a body that comes in so many pieces of a size. */
async function read(count: number, bytes: number, onFine: () => void): Promise<BodyReading> {
  const body = new Readable({ read: () => undefined });
  watchPieces(body, onFine);
  for (let n = 0; n < count; n += 1) body.push(Buffer.alloc(bytes));
  body.push(null);
  return readBody(body, undefined, { maxBytes: 1e9, timeoutMs: 5000, budget: createByteBudget(() => 1e9) });
}

test('a body in too many pieces of a few bytes is refused, and told what to do', async () => {
  const onFine = vi.fn<() => void>();
  const reading = await read(2 * mostFinePieces, leastPieceBytes - 1, onFine);
  expect(reading).toMatchObject({ ok: false, failure: { reason: 'request-malformed', detail: finePiecesDetail } });
  expect(onFine).toHaveBeenCalledOnce();
});

test.each([
  [mostFinePieces, 1],
  [4 * mostFinePieces, leastPieceBytes],
])('%i pieces of %i bytes are a body like any other', async (count, bytes) => {
  const onFine = vi.fn<() => void>();
  const reading = await read(count, bytes, onFine);
  expect(reading.ok && reading.value.bytes.length).toBe(count * bytes);
  expect(onFine).not.toHaveBeenCalled();
});
