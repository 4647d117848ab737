import type { Parameter } from '@semblance/signing';
import { verifyV1, verifyV3 } from '@semblance/signing/verify';
import type { ReceivedRequest } from '@semblance/signing/verify';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { received, receivedV1 } from './received.ts';
import type { PlacementV1 } from './received.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const visible = fc.stringMatching(/^[!-~]{1,12}$/);
const secret = text.filter((value) => value !== '');
const moment = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const key = fc.record({ accessKeyId: fc.stringMatching(/^[A-Za-z0-9.]{1,20}$/), accessKeySecret: secret });
const common = { key, date: moment, nonce: visible, action: visible, version: visible };
/** Distinct names that are not common parameters. */
const parameters = fc.uniqueArray(
  fc.tuple(
    text.map((name) => `p${name}`),
    text,
  ),
  { selector: ([name]) => name, maxLength: 5 },
) as fc.Arbitrary<Parameter[]>;

const v3 = fc.record({
  ...common,
  method: fc.constantFrom('GET', 'POST'),
  host: fc.constantFrom('localhost:8080', 'imagesearch.cn-shanghai.aliyuncs.com'),
  query: parameters,
  body: fc.uint8Array({ maxLength: 40 }),
});
const v1 = fc.record({ ...common, method: fc.constantFrom('GET', 'POST'), parameters });
const placement = fc.constantFrom<PlacementV1>('query', 'body', 'split');

type Key = { readonly accessKeyId: string; readonly accessKeySecret: string };

function optionsFor({ accessKeyId, accessKeySecret }: Key, date: Date) {
  return { nowMs: date.getTime(), findKey: (id: string) => (id === accessKeyId ? { accessKeySecret } : undefined) };
}

test('V3: a signed request is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(v3, async (input) => {
      expect(await verifyV3(await received(input), optionsFor(input.key, input.date))).toMatchObject({ ok: true });
    }),
  );
});

test('V1: a signed request is accepted, with its parameters in any place', async () => {
  await fc.assert(
    fc.asyncProperty(v1, placement, async (input, where) => {
      expect(await verifyV1(await receivedV1(input, where), optionsFor(input.key, input.date))).toMatchObject({
        ok: true,
      });
    }),
  );
});

interface Change {
  readonly at: number;
  readonly by: number;
}
const change: fc.Arbitrary<Change> = fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 127 }) });

function changedText(value: string, { at, by }: Change): string {
  const index = at % value.length;
  const code = ((value.charCodeAt(index) - 32 + by) % 95) + 32;
  return value.slice(0, index) + String.fromCharCode(code) + value.slice(index + 1);
}

function changedBytes(value: Uint8Array, { at, by }: Change): Uint8Array {
  return value.map((byte, index) => (index === at % value.length ? byte ^ by : byte));
}

/** The meaning of a target, which a change such as `%2a` for `%2A` does not alter. */
function meaning(target: string): string {
  const [path = '', ...query] = target.split('?');
  return JSON.stringify([path === '' ? '/' : path, [...new URLSearchParams(query.join('?'))].sort()]);
}

test('V3: one changed byte anywhere is refused', async () => {
  await fc.assert(
    fc.asyncProperty(v3, change, fc.nat(), async (input, each, choice) => {
      const request = await received(input);
      for (const forged of forgeries(request, each, choice))
        expect(await verifyV3(forged, optionsFor(input.key, input.date))).toMatchObject({ ok: false });
    }),
  );
});

function* forgeries(request: ReceivedRequest, change: Change, choice: number): Generator<ReceivedRequest> {
  if (request.body.length > 0) yield { ...request, body: changedBytes(request.body, change) };
  yield { ...request, body: new Uint8Array([...request.body, 0]) };
  const target = changedText(request.target, change);
  if (!target.includes('#') && meaning(target) !== meaning(request.target)) yield { ...request, target };
  const headers = Object.entries(request.headers).filter(
    ([name]) => name === 'host' || name === 'authorization' || name.startsWith('x-acs-'),
  );
  const [name, value] = headers[choice % headers.length] ?? ['', ''];
  const forgedValue = changedText(value, change);
  if (forgedValue.trim() !== value && forgedValue.replaceAll(/ *, */g, ',') !== value)
    yield { ...request, headers: { ...request.headers, [name]: forgedValue } };
}

test('V1: one changed byte anywhere is refused', async () => {
  await fc.assert(
    fc.asyncProperty(v1, change, async (input, each) => {
      const request = await receivedV1(input, 'split');
      const target = changedText(request.target, each);
      const options = optionsFor(input.key, input.date);
      const same = target.includes('#') || meaning(target) === meaning(request.target);
      expect(same || !(await verifyV1({ ...request, target }, options)).ok).toBe(true);
      const body = changedBytes(request.body, each);
      const query = new TextDecoder().decode(body);
      const sameBody =
        request.body.length === 0 || meaning(`?${query}`) === meaning(`?${new TextDecoder().decode(request.body)}`);
      expect(sameBody || !(await verifyV1({ ...request, body }, options)).ok).toBe(true);
    }),
  );
});
