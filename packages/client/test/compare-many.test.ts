import { createClient, isApiError } from '@semblance/client';
import type { Pair, PairOutcome, Progress } from '@semblance/client';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';
import type { FakeServer, Recorded } from './fake-server.ts';

interface Numbered extends Pair {
  readonly id: number;
}

function pairs(count: number, onTake: (id: number) => void = () => {}): Iterable<Numbered> {
  return (function* () {
    for (let id = 0; id < count; id += 1) {
      onTake(id);
      yield { id, primary: new Uint8Array([id]), secondary: new Uint8Array([1]) };
    }
  })();
}

function idOf(request: Recorded): number {
  return Buffer.from(request.form.get('PrimaryPicContent') ?? '', 'base64')[0] ?? -1;
}

function wait(durationMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, durationMs);
  });
}

function clientFor(server: FakeServer): ReturnType<typeof createClient> {
  return createClient({ endpoint: server.endpoint, instanceName: 'demo', retry: false });
}

async function collect<P extends Pair>(outcomes: AsyncIterable<PairOutcome<P>>): Promise<PairOutcome<P>[]> {
  const all: PairOutcome<P>[] = [];
  for await (const outcome of outcomes) all.push(outcome);
  return all;
}

test('outcomes come in the order of the pairs, with the pairs', async () => {
  await using server = await fakeServer(async (request) => {
    await wait(idOf(request) % 2 === 0 ? 30 : 1);
    return exampleReply('success');
  });
  const outcomes = await collect(clientFor(server).compareMany(pairs(9), { concurrency: 3 }));
  expect(outcomes.map(({ index, pair, ok }) => [index, pair.id, ok])).toEqual(
    Array.from({ length: 9 }, (_, id) => [id, id, true]),
  );
});

test('outcomes can come in the order of completion', async () => {
  await using server = await fakeServer(async (request) => {
    await wait(idOf(request) === 0 ? 150 : 1);
    return exampleReply('success');
  });
  const outcomes = await collect(clientFor(server).compareMany(pairs(5), { concurrency: 2, order: 'completion' }));
  expect(outcomes.at(-1)?.index).toBe(0);
  expect(outcomes).toHaveLength(5);
});

test('a pair that fails does not stop the others', async () => {
  await using server = await fakeServer((request) =>
    exampleReply(idOf(request) === 2 ? 'UnsupportedPicPixels' : 'success'),
  );
  const outcomes = await collect(clientFor(server).compareMany(pairs(5)));
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, false, true, true]);
  const failed = outcomes.find((outcome) => !outcome.ok);
  expect(failed?.ok === false && isApiError(failed.error) && failed.error.code).toBe('UnsupportedPicPixels');
});

test('at most the given number run at once, and progress is reported', async () => {
  let running = 0;
  let most = 0;
  const progress: Progress[] = [];
  await using server = await fakeServer(async () => {
    running += 1;
    most = Math.max(most, running);
    await wait(5);
    running -= 1;
    return exampleReply('success');
  });
  await collect(
    clientFor(server).compareMany(pairs(20), { concurrency: 3, onProgress: (now) => void progress.push(now) }),
  );
  expect(most).toBe(3);
  expect(progress.map(({ finished }) => finished)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(progress.at(-1)).toEqual({ finished: 20, failed: 0, running: 0 });
});

test('a slow consumer slows down the source', async () => {
  let taken = 0;
  await using server = await fakeServer(() => exampleReply('success'));
  const outcomes = clientFor(server).compareMany(
    pairs(1000, () => (taken += 1)),
    { concurrency: 2 },
  );
  await outcomes.next();
  await wait(100);
  expect(taken).toBeLessThanOrEqual(6);
  await outcomes.return();
});

test('starts are spaced by qps', async () => {
  const startsMs: number[] = [];
  await using server = await fakeServer(() => {
    startsMs.push(performance.now());
    return exampleReply('success');
  });
  await collect(clientFor(server).compareMany(pairs(6), { concurrency: 6, qps: 50 }));
  expect((startsMs.at(-1) ?? 0) - (startsMs[0] ?? 0)).toBeGreaterThan(80);
});

test('leaving the loop aborts running comparisons and ends the source', async () => {
  let ended = false;
  async function* source(): AsyncGenerator<Numbered> {
    try {
      for (const pair of pairs(100)) yield pair;
    } finally {
      ended = true;
    }
  }
  let closed = 0;
  await using server = await fakeServer((request, response) => {
    response.on('close', () => (closed += 1));
    return idOf(request) === 0 ? exampleReply('success') : undefined;
  });
  for await (const outcome of clientFor(server).compareMany(source(), { concurrency: 3 })) {
    expect(outcome.ok).toBe(true);
    break;
  }
  expect(ended).toBe(true);
  await expect.poll(() => closed).toBe(server.requests.length);
});

test('leaving the loop does not wait for a silent source', async () => {
  async function* source(): AsyncGenerator<Numbered> {
    yield* pairs(1);
    await new Promise(() => {});
  }
  await using server = await fakeServer(() => exampleReply('success'));
  const seen: number[] = [];
  for await (const { index } of clientFor(server).compareMany(source())) {
    seen.push(index);
    break;
  }
  expect(seen).toEqual([0]);
});

test('an abort throws its reason', async () => {
  const controller = new AbortController();
  await using server = await fakeServer((_request, _response, index) =>
    index < 2 ? exampleReply('success') : undefined,
  );
  const reason = new Error('enough');
  const work = collect(clientFor(server).compareMany(pairs(10), { concurrency: 2, signal: controller.signal }));
  setTimeout(() => controller.abort(reason), 100);
  await expect(work).rejects.toBe(reason);
});

test('a failing source throws after the outcomes of begun pairs', async () => {
  await using server = await fakeServer(() => exampleReply('success'));
  const source = (function* (): Generator<Numbered> {
    yield* pairs(3);
    throw new Error('the list is torn');
  })();
  const seen: number[] = [];
  const work = (async () => {
    for await (const { index } of clientFor(server).compareMany(source, { concurrency: 1 })) seen.push(index);
  })();
  await expect(work).rejects.toThrow('the list is torn');
  expect(seen).toEqual([0, 1, 2]);
});

test('no pairs, no outcomes', async () => {
  expect(await collect(createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo' }).compareMany([]))).toEqual(
    [],
  );
});
