import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64 } from './decode-base64.ts';
import { decodeEscapedBase64 } from './decode-escaped-base64.ts';
import { unescapeForm } from './unescape-form.ts';
import { decodeOnPlatform, decodePortably, decodeWithBuffer, decodeWithUint8Array } from './decode-base64-platform.ts';
import { encodeBase64, encodeBase64Portable } from './encode-base64.ts';

const decoders = { decodeOnPlatform, decodePortably, decodeWithBuffer, decodeWithUint8Array };
const maxBytes = 1000;
const utf8 = new TextEncoder();

function outcome(text: string, decoder = decodeOnPlatform): string {
  const decoding = decodeBase64(text, { maxBytes, decoder });
  if (!decoding.ok) return decoding.failure.reason;
  return [new TextDecoder().decode(decoding.value.bytes), ...decoding.value.repairs].join(' ');
}

const cases = [
  ['QQ==', 'A'],
  ['QUI=', 'AB'],
  ['QUJD', 'ABC'],
  ['QUI', 'AB padding'],
  ['QQ', 'A padding'],
  ['QU\r\nJD\n', 'ABC line-breaks'],
  ['Pz8/Pj4+', '???>>>'],
  ['Pz8/Pj4 ', '???>>> spaces-to-plus'],
  ['Pz8/\nPj4 ', '???>>> spaces-to-plus line-breaks'],
  ['', 'empty'],
  ['\r\n', 'empty'],
  ['Q', 'truncated'],
  ['QUJDR', 'truncated'],
  ['QR==', 'truncated'],
  ['QUJ', 'truncated'],
  ['QQ=', 'bad-padding'],
  ['QUI==', 'bad-padding'],
  ['QUJD=', 'bad-padding'],
  ['QUJD====', 'bad-padding'],
  ['====', 'bad-padding'],
  ['QQ==QUJD', 'bad-padding'],
  ['Pz8_Pj4-', 'url-safe-alphabet'],
  ['data:image/png;base64,QUJD', 'data-url'],
  ['QU\tJD', 'bad-character'],
  ['QU\fJD', 'bad-character'],
  ['QUJD%', 'bad-character'],
  ['QUJé', 'bad-character'],
  ['http://example.com/', 'bad-character'],
  ['A'.repeat(1336), 'too-large'],
  ['A'.repeat(4000), 'too-large'],
] as const;

test.each(
  Object.entries(decoders).flatMap(([name, decoder]) =>
    cases.map(([text, expected]) => [name, text, expected, decoder] as const),
  ),
)('%s: %j is %s', (...[, text, expected, decoder]) => {
  expect(outcome(text, decoder)).toBe(expected);
});

test('the limit is the number of decoded bytes, exactly', () => {
  const atLimit = encodeBase64(new Uint8Array(maxBytes));
  const above = encodeBase64(new Uint8Array(maxBytes + 1));
  expect(decodeBase64(atLimit, { maxBytes }).ok).toBe(true);
  expect(decodeBase64(atLimit.replaceAll(/.{76}/g, '$&\r\n'), { maxBytes }).ok).toBe(true);
  expect(decodeBase64(above, { maxBytes })).toMatchObject({ ok: false, failure: { reason: 'too-large' } });
});

test('a message names at most one character of the text', () => {
  const decoding = decodeBase64('secret*secret', { maxBytes });
  expect(decoding).toMatchObject({ failure: { detail: 'Character 6 (byte 0x2a) is not of the Base64 alphabet.' } });
});

test.each([
  ['\0PNG', 'encode them as Base64'],
  ['\u00e9QUJ', 'encode them as Base64'],
  ['C:\\photo.jpg', "A file's name was sent"],
  ['\u0001QUJ', 'Character 0 (byte 0x01)'],
  ['Q=UJ', '"=" stands at character 1'],
])('%j is refused with advice', (text, advice) => {
  expect(decodeBase64(text, { maxBytes })).toMatchObject({ failure: { detail: expect.stringContaining(advice) } });
});

test('all encoders and decoders agree on all bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = encodeBase64(bytes);
      expect(encodeBase64Portable(bytes)).toBe(text);
      expect(text).toBe(btoa(String.fromCharCode(...bytes)));
      const data = utf8.encode(text.replaceAll('=', ''));
      for (const decoder of Object.values(decoders)) expect([...(decoder(data) ?? [])]).toEqual([...bytes]);
    }),
  );
});

test('every decoder notices a foreign byte in any place', () => {
  const place = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), fc.integer({ min: 0, max: 255 }));
  const foreign = place.filter(([, , byte]) => !/[A-Za-z0-9+/]/.test(String.fromCharCode(byte)));
  fc.assert(
    fc.property(foreign, ([bytes, position, byte]) => {
      const data = utf8.encode(encodeBase64(bytes).replaceAll('=', ''));
      data[position % data.length] = byte;
      for (const decoder of Object.values(decoders)) expect(decoder(data)).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

/** A form's value: each character as it is, or escaped. */
function escaped(text: string, isEscaped: (at: number) => boolean): Uint8Array {
  const escape = (character: string): string => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return utf8.encode([...text].map((character, at) => (isEscaped(at) ? escape(character) : character)).join(''));
}

test.each(cases)('%j, in whatever way it is escaped, is decoded from a form as from its value', (text) => {
  for (const pattern of [0, 1, 2, 3, 5, 7]) {
    const form = escaped(text, (at) => /[+=/é]/.test(text[at] ?? '') || (pattern > 0 && at % pattern === 0));
    expect(decodeEscapedBase64(form, { maxBytes })).toEqual(decodeBase64(unescapeForm(form), { maxBytes }));
  }
});

test('any bytes as Base64 in a form, and any form bytes at all, are decoded as from their value', () => {
  const orderly = fc
    .tuple(fc.uint8Array({ maxLength: 60 }), fc.nat())
    .map(([bytes, seed]) => escaped(encodeBase64(bytes), (at) => (seed >> (at % 31)) % 2 === 1));
  const nearly = fc
    .tuple(orderly, fc.nat(), fc.constantFrom(...utf8.encode('%+= A/-3D')))
    .map(([form, at, byte]) => form.map((kept, place) => (place === at % form.length ? byte : kept)));
  fc.assert(
    fc.property(fc.oneof(orderly, nearly, fc.uint8Array({ maxLength: 20 })), (form) => {
      const options = { maxBytes: 40 };
      expect(decodeEscapedBase64(form, options)).toEqual(decodeBase64(unescapeForm(form), options));
    }),
    { numRuns: 5000 },
  );
});
