import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, signedCall } from '../../../../packages/engine/test/service/support/call.ts';
import type { Reply } from '../../../../packages/engine/test/service/support/call.ts';
import { createImageSearchClient, imageSearchClient, runtimeOptions } from '../official-clients.ts';
import type { ClientResult } from '../official-clients.ts';
import { picture } from '../pictures.ts';
import { key } from '../started-engine.ts';
import { canCluster, Cluster } from './cluster.ts';

const [bmp, ppm] = [picture('formats/teapot.bmp'), picture('formats/teapot.ppm')];
const pair = {
  InstanceName: 'demoinstance1',
  PrimaryPicContent: picture('mug-daily-front.jpg').toString('base64'),
  SecondaryPicContent: picture('mug-daily-left.jpg').toString('base64'),
};
const successes = 'semblance_answers_total{code="success"}';
let cluster: Cluster;

function compare(instance = 'demoinstance1'): Promise<ClientResult> {
  return imageSearchClient(cluster, key, { ...pair, InstanceName: instance });
}

/** A request that is signed once, for whoever replays it. */
async function signedOnce(): Promise<(port: number) => Promise<Reply>> {
  const call = await signedCall(cluster, pair, { key });
  const headers = { ...call.headers, host: `127.0.0.1:${cluster.port}` };
  return (port) => send({ port }, { ...call, headers });
}

interface Load {
  readonly answered: number;
  /** Codes of the answers after which a call was tried once more. */
  readonly retried: readonly string[];
  readonly failures: readonly string[];
}

/** Calls in loops, each call tried once more where the contract says that it may be, while `act` happens. */
async function underLoad(calls: number, act: () => Promise<unknown>): Promise<Load> {
  let [left, answered] = [calls, 0];
  const retried: string[] = [];
  const failures: string[] = [];
  const loop = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      let outcome = await compare();
      if (outcome.error !== undefined) {
        retried.push(outcome.error.code);
        await setTimeout(200);
        outcome = await compare();
      }
      if (outcome.error === undefined) answered += 1;
      else failures.push(`${outcome.error.code}: ${outcome.error.message}`);
    }
  };
  const loops = Promise.all([loop(), loop(), loop(), loop()]);
  await setTimeout(300);
  await act();
  await loops;
  return { answered, retried, failures };
}

describe.runIf(canCluster)('two engines with a Redis behind nginx, called by the vendor’s client', () => {
  beforeAll(async () => {
    cluster = await Cluster.start();
  }, 180_000);
  afterAll(() => cluster.stop());

  it('an upload that one engine authorised and received is read by the other', async () => {
    const require = createRequire(import.meta.url);
    const { CompareSimilarByImageAdvanceRequest: Request } = require('@alicloud/imagesearch20201214') as {
      CompareSimilarByImageAdvanceRequest: new (map: object) => object;
    };
    const client = createImageSearchClient(cluster, key);
    for (let call = 0; call < 4; call += 1) {
      const request = new Request({
        instanceName: 'demoinstance1',
        primaryPicContentObject: Readable.from([bmp], { objectMode: false }),
        secondaryPicContentObject: Readable.from([ppm], { objectMode: false }),
      });
      const { body } = await client.compareSimilarByImageAdvance(request, runtimeOptions());
      expect(body).toMatchObject({ score: 1, code: 0 });
    }
    const answered = await cluster.counted(successes);
    expect(Math.min(...answered), 'both engines have taken part').toBeGreaterThan(3);
  }, 60_000);

  it('a request is good once, whichever engine it reaches', async () => {
    const replay = await signedOnce();
    const [first, second] = cluster.engines;
    expect((await replay(first?.port ?? 0)).status).toBe(200);
    expect((await replay(second?.port ?? 0)).json['Code']).toBe('SignatureNonceUsed');
    expect((await replay(cluster.port)).json['Code']).toBe('SignatureNonceUsed');
    const twice = await signedOnce();
    const raced = await Promise.all([twice(first?.port ?? 0), twice(second?.port ?? 0)]);
    expect(raced.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  it('the limit of an instance holds for both together', async () => {
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => compare('bounded')));
    expect(outcomes.filter(({ error }) => error === undefined)).toHaveLength(6);
    expect(new Set(outcomes.flatMap(({ error }) => error?.code ?? []))).toEqual(new Set(['DeniedRequest']));
  }, 60_000);

  it('clients that go in the middle of a request, or before its answer, cost nobody anything', async () => {
    const settle = (): Promise<readonly number[]> => cluster.counted('semblance_body_bytes');
    const vanish = async (share: number): Promise<void> => {
      const { headers, body } = await signedCall(cluster, pair, { key });
      const lines = Object.entries({ ...headers, host: `127.0.0.1:${cluster.port}` }).map((line) => line.join(': '));
      const head = `POST / HTTP/1.1\r\n${lines.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n`;
      const socket = connect(cluster.port, '127.0.0.1');
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      socket.write(head + body.slice(0, Math.floor(body.length * share)));
      await setTimeout(60);
      socket.destroy();
    };
    const gone = Promise.all(Array.from({ length: 40 }, (_, client) => vanish(client % 2 === 0 ? 0.5 : 1)));
    const staying = await Promise.all(Array.from({ length: 8 }, () => compare()));
    await gone;
    expect(staying.flatMap(({ error }) => error?.code ?? [])).toEqual([]);
    await expect.poll(() => cluster.counted('semblance_queue_length'), { timeout: 20_000 }).toEqual([0, 0]);
    await expect.poll(() => cluster.counted('semblance_workers_busy'), { timeout: 20_000 }).toEqual([0, 0]);
    await expect.poll(settle, { timeout: 20_000 }).toEqual([0, 0]);
    const ended = await cluster.counted('semblance_workers_ended_total{why="exited"}');
    expect(ended).toEqual([0, 0]);
    expect((await compare()).error).toBeUndefined();
  }, 120_000);

  it('one that is killed under load costs its callers no more than a retry', async () => {
    const load = await underLoad(60, () => cluster.engines[0]?.end('SIGKILL') ?? Promise.resolve());
    await cluster.restart(0);
    expect(load.failures).toEqual([]);
    expect(load.answered).toBe(60);
    // At most what it had in its hands, one a loop.
    expect(load.retried.length).toBeLessThanOrEqual(4);
  }, 120_000);

  it('one that is told to stop under load loses nothing', async () => {
    await untilBothServe();
    const load = await underLoad(60, async () => expect(await cluster.engines[1]?.end('SIGTERM')).toBe(0));
    await cluster.restart(1);
    expect(load).toEqual({ answered: 60, retried: [], failures: [] });
  }, 120_000);

  it('what was sent before a restart of an engine, or of the store, is not good again after it', async () => {
    await untilBothServe();
    const replay = await signedOnce();
    expect((await replay(cluster.engines[0]?.port ?? 0)).status).toBe(200);
    await cluster.engines[0]?.end('SIGKILL');
    await cluster.restart(0);
    expect((await replay(cluster.engines[0]?.port ?? 0)).json['Code']).toBe('SignatureNonceUsed');
    await cluster.redis.kill();
    await cluster.redis.run();
    await untilServed();
    expect((await replay(cluster.engines[0]?.port ?? 0)).json['Code']).toBe('InvalidTimeStamp.Expired');
    expect((await replay(cluster.engines[1]?.port ?? 0)).json['Code']).toBe('InvalidTimeStamp.Expired');
  }, 120_000);

  it.each([
    ['stopped', () => cluster.redis.kill(), () => cluster.redis.run()],
    ['paused', async () => cluster.redis.pause(), async () => cluster.redis.goOn()],
    [
      'full',
      () => cluster.redis.command('CONFIG SET maxmemory 1'),
      () => cluster.redis.command('CONFIG SET maxmemory 0'),
    ],
    ['slower than its deadline', () => cluster.redis.command('CLIENT PAUSE 4000 ALL'), () => setTimeout(4000)],
  ] as const)(
    'a store that is %s: refused with a code that may be retried, at once, and served again after it',
    async (_how, breakIt, mendIt) => {
      await breakIt();
      const startedMs = performance.now();
      const { error } = await compare();
      expect(error?.code).toBe('ServiceUnavailable');
      // The deadline, and what the client takes.
      expect(performance.now() - startedMs).toBeLessThan(10_000);
      await mendIt();
      await untilServed();
    },
    60_000,
  );

  it('a store that is slow, but within its deadline, is waited for', async () => {
    await cluster.redis.command('CLIENT PAUSE 400 ALL');
    expect((await compare()).error).toBeUndefined();
  }, 60_000);
});

/**
 * Until the gateway sends calls to both engines. One that has failed gets a single call after a while, and others only when that is answered: an
 * engine that is only just up may take longer than any fixed pause.
 */
async function untilBothServe(): Promise<void> {
  const before = await cluster.counted(successes);
  const bothServe = async (): Promise<boolean> => {
    await Promise.all([compare(), compare(), compare(), compare()]);
    return (await cluster.counted(successes)).every((count, at) => count > (before[at] ?? 0));
  };
  await expect.poll(bothServe, { timeout: 60_000 }).toBe(true);
}

/** Until both engines answer again: the store's connections come back by themselves. */
async function untilServed(): Promise<void> {
  const untilMs = performance.now() + 20_000;
  let inARow = 0;
  while (inARow < 4) {
    if (performance.now() > untilMs) throw new Error('the engines did not come back');
    inARow = (await compare()).error === undefined ? inARow + 1 : 0;
    if (inARow === 0) await setTimeout(250);
  }
}
