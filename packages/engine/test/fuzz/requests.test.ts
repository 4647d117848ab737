import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startEngine } from '../../src/lifecycle/start-engine.ts';
import { key, pair, send } from '../service/support/call.ts';
import { answerFault, exchange, parseReplies } from '../service/support/raw.ts';
import { createCorpus } from './corpus.ts';
import { mutate, mutationKinds } from './mutate.ts';
import type { Mutation } from './mutate.ts';

/** Requests in all: a quick run at the desk, a long one in CI. */
const requestCount = Number(
  process.env['SEMBLANCE_FUZZ_REQUESTS'] ?? (process.env['CI'] === undefined ? 2000 : 20_000),
);
const fixedSeed = 20_201_214;
/** A new seed every time, printed so that a failure can be repeated; or the one to repeat. */
const randomSeed = Number(process.env['SEMBLANCE_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const batch = 20;

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...mutationKinds),
  at: share,
  size: share,
  value: fc.nat({ max: 255 }),
});
const recipe = fc.record({ base: fc.nat({ max: 8 }), mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }) });

/** Types of TLS records. */
const [tlsAlert, tlsHandshake] = [0x15, 0x16];

/** What is wrong with what came back; `undefined` when any client could read it. */
function fault(request: Buffer, received: Buffer): string | undefined {
  // Whoever begins a TLS handshake is told that it is none (RFC 8446, section 6), or nothing.
  if (request[0] === tlsHandshake && (received.length === 0 || received[0] === tlsAlert)) return undefined;
  // No request began: nothing but line ends.
  if (received.length === 0) return /^[\r\n]*$/.test(request.toString('latin1')) ? undefined : 'no answer';
  for (const reply of parseReplies(received)) {
    const problem = reply.status >= 500 ? `status ${reply.status}: ${reply.body}` : answerFault(reply);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

test.each([
  ['fixed', fixedSeed],
  ['random', randomSeed],
])(
  `mutated requests get well-formed envelopes and never a 5xx (%s seed %i)`,
  async (_name, seed) => {
    const engine = await startEngine({
      port: 0,
      allowAnonymous: true,
      settings: {
        analyserModule: path.join(import.meta.dirname, '../service/support/plain-analyser.ts'),
        accessKeys: [{ ...key, account: '1000' }],
        instances: [
          {
            name: 'demoinstance1',
            owner: '1000',
            queriesPerSecond: 1_000_000,
            burst: 1_000_000,
            objectQuota: 1_000_000,
          },
        ],
        limits: { workers: 1, queueLength: 1000 },
      },
    });
    const corpus = await createCorpus(engine);
    const attempt = async ({
      base,
      mutations,
    }: {
      base: number;
      mutations: readonly Mutation[];
    }): Promise<string | undefined> => {
      const request = mutate(corpus[base] ?? Buffer.alloc(0), mutations);
      const problem = await exchange(engine, request).then(
        (received) => fault(request, received),
        (error: unknown) => String(error),
      );
      return problem === undefined
        ? undefined
        : `${problem} to ${JSON.stringify(request.toString('latin1').slice(0, 700))}`;
    };
    const property = fc.asyncProperty(fc.array(recipe, { minLength: batch, maxLength: batch }), async (recipes) => {
      const faults = await Promise.all(recipes.map(attempt));
      expect(faults.filter((problem) => problem !== undefined)).toEqual([]);
    });
    await fc.assert(property, {
      seed,
      numRuns: Math.ceil(requestCount / batch / 2),
      // Shrinking a request that gets no answer would wait for every attempt.
      endOnFailure: true,
    });
    const target = '/?Action=CompareSimilarByImage&Version=2020-12-14&Format=JSON';
    const after = await send(engine, { path: target, body: new URLSearchParams(pair).toString() });
    expect(after.json['Code']).toBe(0);
    await engine.stop();
  },
  300_000,
);
