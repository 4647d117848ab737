import { describe, expect, test } from 'vitest';
import { readSettings } from './read-settings.ts';
import { initialState, isBusy, nextState, obstacleOf } from './state.ts';
import type { ConsoleEvent, ConsoleState, Slot } from './state.ts';

const bytes = new Uint8Array(3);
const filled = (name: string): Slot => ({ picture: { name, bytes }, check: undefined, note: undefined });
const settings = readSettings(new FormData());

function after(events: readonly ConsoleEvent[], from = initialState(settings, 'python')): ConsoleState {
  return events.reduce(nextState, from);
}

const ready = after([
  { type: 'slot', which: 'primary', slot: filled('a.jpg') },
  { type: 'slot', which: 'secondary', slot: filled('b.jpg') },
]);
const outcome = { kind: 'score', score: 0.5, requestId: 'r', exchange: undefined } as const;
const comparing = nextState(ready, { type: 'compare' });
const answered = after(
  [
    { type: 'answered', run: comparing.run, outcome },
    { type: 'seen', run: comparing.run, seen: 'nothing' },
  ],
  comparing,
);

const edits: readonly (readonly [string, ConsoleEvent])[] = [
  ['another picture', { type: 'slot', which: 'secondary', slot: filled('c.jpg') }],
  [
    'a picture that could not be loaded',
    { type: 'slot', which: 'primary', slot: { ...filled(''), picture: undefined } },
  ],
  ['another service type', { type: 'settings', settings: { ...settings, serviceType: 'product' } }],
  ['another format', { type: 'settings', settings: { ...settings, format: 'xml' } }],
  ['another endpoint', { type: 'settings', settings: { ...settings, endpoint: 'http://127.0.0.1:1' } }],
];

describe('an edit', () => {
  test.each(edits)('%s removes the answer and the examination', (_, edit) => {
    const state = nextState(answered, edit);
    expect(state.phase).toEqual({ kind: 'idle', wasEdited: true });
    expect(state.seen).toBeUndefined();
  });

  test.each(edits)('%s while comparing: the result of that comparison is not shown', (_, edit) => {
    const { run } = comparing;
    const state = after(
      [
        edit,
        { type: 'progress', run, progress: { loadedBytes: 1, totalBytes: 2 } },
        { type: 'comparing', run },
        { type: 'answered', run, outcome },
        { type: 'seen', run, seen: 'nothing' },
        { type: 'failed', run, fault: { kind: 'load', detail: '' } },
      ],
      comparing,
    );
    expect(state.phase.kind).toBe('idle');
    expect(state.seen).toBeUndefined();
  });

  test('unchanged settings and another language keep the answer', () => {
    expect(nextState(answered, { type: 'settings', settings: { ...settings } })).toBe(answered);
    expect(nextState(answered, { type: 'language', language: 'go' }).phase).toBe(answered.phase);
  });
});

test('a comparison goes from checking over loading to its answer, and can fail at any time', () => {
  const { run } = comparing;
  const steps: readonly ConsoleEvent[] = [
    { type: 'progress', run, progress: { loadedBytes: 1, totalBytes: 2 } },
    { type: 'comparing', run },
    { type: 'answered', run, outcome },
  ];
  expect(steps.map((_, count) => after(steps.slice(0, count + 1), comparing).phase.kind)).toEqual([
    'loading',
    'comparing',
    'answered',
  ]);
  for (const count of [0, 1, 2]) {
    const failed = nextState(after(steps.slice(0, count), comparing), {
      type: 'failed',
      run,
      fault: { kind: 'load', detail: '404' },
    });
    expect(failed.phase).toEqual({ kind: 'failed', fault: { kind: 'load', detail: '404' } });
    expect(isBusy(failed)).toBe(false);
    expect(nextState(failed, { type: 'compare' }).phase.kind).toBe('checking');
  }
});

describe('obstacles to a comparison', () => {
  const at = (change: Partial<typeof settings>): ConsoleState => ({ ...ready, settings: { ...settings, ...change } });
  test.each([
    [{ target: 'engine', endpoint: '' }, 'endpoint-missing'],
    [{ target: 'engine', endpoint: 'not an address' }, 'endpoint-invalid'],
    [{ target: 'engine', endpoint: 'http://' }, 'endpoint-invalid'],
    [{ target: 'engine', endpoint: '127.0.0.1:8080', accessKeyId: 'a', accessKeySecret: '' }, 'keys-missing'],
    [{ target: 'engine', endpoint: '127.0.0.1:8080', accessKeyId: '', accessKeySecret: '' }, undefined],
    [
      { target: 'cloud', endpoint: 'imagesearch.cn-shanghai.aliyuncs.com', accessKeyId: '', accessKeySecret: '' },
      'keys-missing',
    ],
    [
      { target: 'cloud', endpoint: 'imagesearch.cn-shanghai.aliyuncs.com', accessKeyId: 'a', accessKeySecret: 'b' },
      undefined,
    ],
    [{ target: 'page' }, undefined],
  ] as const)('%j: %s', (change, obstacle) => {
    expect(obstacleOf(at(change))).toBe(obstacle);
  });

  test('an empty place', () => {
    expect(obstacleOf(initialState(settings, 'go'))).toBe('pictures-missing');
  });
});
