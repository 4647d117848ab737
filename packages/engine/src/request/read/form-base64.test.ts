import { decodeEscapedBase64 } from '@semblance/wire/base64';
import { expect, test } from 'vitest';
import { decodeFormBase64 } from './form-base64.ts';

const maxBytes = 10_000;
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
/** Random numbers below `bound`, the same in every run. */
function generator(): (bound: number) => number {
  let state = 1234;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

const escaped = (text: string): string => text.replaceAll('+', '%2B').replaceAll('/', '%2f').replaceAll('=', '%3D');

test('bytes of every length come back as they were sent', () => {
  const next = generator();
  for (let length = 1; length < 400; length += 1) {
    const sent = Uint8Array.from({ length }, () => next(256));
    const decoded = decodeFormBase64(bytesOf(escaped(Buffer.from(sent).toString('base64'))), { maxBytes });
    expect(decoded).toEqual({ ok: true, value: { bytes: sent, repairs: [] } });
  }
});

test.each([
  '',
  '=',
  '==',
  '%',
  '%2',
  '%2B',
  '%2B%2',
  'QQ',
  'QQ=',
  'QQ==',
  'QR==',
  'QQ%3D%3d',
  'QUI=',
  'QUJ=',
  'Q===',
  'QUJD=',
  '+QUJ',
  '/w==',
  '_w==',
  'QUJD\n',
  '%51UJD',
  'QUJ%',
  'AAAAAAAAAAAAAAA%',
  'AAAAAAAAAAAAAAAA%2',
  'QUJDé',
])('what is odd has the outcome that any other decoder of forms gives: %j', (text) => {
  expect(decodeFormBase64(bytesOf(text), { maxBytes })).toEqual(decodeEscapedBase64(bytesOf(text), { maxBytes }));
});

test('so have damaged texts of any kind', () => {
  const next = generator();
  const odd = ['%', '%2', '%2B', '%2F', '%3D', '=', '+', '-', '_', ' ', '%41', '\u{FF}', '\0', 'A', '%2G'];
  for (let round = 0; round < 5000; round += 1) {
    const sent = Uint8Array.from({ length: 1 + next(80) }, () => next(256));
    const text = escaped(Buffer.from(sent).toString('base64'));
    const at = next(text.length + 1);
    const damaged = text.slice(0, at) + (odd[next(odd.length)] ?? '') + text.slice(at + next(4));
    const bytes = bytesOf(damaged);
    const bound = { maxBytes: next(3) === 0 ? 20 : maxBytes };
    expect(decodeFormBase64(bytes, bound)).toEqual(decodeEscapedBase64(bytes, bound));
  }
});
