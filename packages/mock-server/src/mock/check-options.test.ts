import { describe, expect, test } from 'vitest';
import { compareSimilarByImageHandlers } from '../msw/handlers.ts';
import { createMock } from './mock.ts';
import type { MockOptions } from './mock-options.ts';
import { startMockServer } from '../server/start-mock-server.ts';
import { mockAgent } from '../server/mock-agent.ts';

describe('createMock refuses options that it would ignore', () => {
  test.each<[object, RegExp]>([
    [{ scenaro: 'DeniedRequest' }, /no option "scenaro"\. It has scoring, .* call mock\.use/],
    [{ sed: 1 }, /no option "sed"\. Did you mean "seed"\?/],
    [{ signature: 'stric' }, /signature is "off", "warn" or "strict"/],
    [{ seed: 1.5 }, /seed is a whole number/],
    [{ now: 1 }, /now is a function/],
    [{ maxJournalEntries: 0 }, /maxJournalEntries is a whole number from 1 up/],
    [{ uploadHost: 'localhost' }, /a host with a dot/],
    [{ scoring: 'engin' }, /scoring is "bytes", "engine", a number/],
    [{ scoring: 1.5 }, /between 0 and 1/],
    [{ scoring: { queue: 0.5 } }, /a queue of scores/],
    [
      { instances: { demo: { queriesPerSecnd: 5 } } },
      /instances\.demo has no option "queriesPerSecnd"\. Did you mean "queriesPerSecond"\?/,
    ],
    [{ instances: { demo: { status: 'asleep' } } }, /status is one of running/],
    [{ instances: { demo: { burst: -1 } } }, /burst is a number from 0 up/],
    [{ instances: { demo: { lifecycle: [] } } }, /lifecycle is a list of stages/],
    [{ instances: { demo: { lifecycle: [{ calls: 1 }] } } }, /status is one of/],
    [{ chaos: { errorate: 0.1 } }, /chaos has no option "errorate"\. Did you mean "errorRate"\?/],
    [{ chaos: { faultRates: { 'conection-reset': 0.1 } } }, /Did you mean "connection-reset"\?/],
    [{ accessKeys: { id: {} } }, /accessKeys\.id needs an accessKeySecret/],
    [{ replay: {} }, /replay is a list/],
    [{ replay: [{ request: {} }] }, /replay\[0\] is no case/],
  ])('%j', (options, message) => {
    expect(() => createMock(options as MockOptions)).toThrow(message);
  });

  test('undefined counts as omitted', () => {
    expect(() =>
      createMock({ scoring: undefined, seed: undefined, instances: undefined, replay: undefined }),
    ).not.toThrow();
  });

  test('later changes are checked too', () => {
    const mock = createMock();
    expect(() => mock.setChaos({ errorRat: 1 } as object)).toThrow(/Did you mean "errorRate"\?/);
    expect(() => mock.setInstance('demo', { owner: [] } as object)).toThrow(/Did you mean "owners"\?/);
  });
});

test('options beside a given mock would have no effect and are refused', async () => {
  const options = { mock: createMock(), scoring: 0.5 };
  expect(() => compareSimilarByImageHandlers(options)).toThrow(/"scoring" beside "mock"/);
  expect(() => mockAgent(options)).toThrow(/"scoring" beside "mock"/);
  await expect(startMockServer(options)).rejects.toThrow(/"scoring" beside "mock"/);
});

test('a misspelt option of handlers, agent or server is refused like the mock’s own', async () => {
  expect(() => compareSimilarByImageHandlers({ endpont: 'x' } as object)).toThrow(/no option "endpont"/);
  await expect(startMockServer({ prt: 1 } as object)).rejects.toThrow(/no option "prt"/);
});
