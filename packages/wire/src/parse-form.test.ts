import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeForm } from './encode-form.ts';
import { mergeParameters } from './merge-parameters.ts';
import { decodeUtf8, parseForm } from './parse-form.ts';
import type { FormField } from './parse-form.ts';

const utf8 = new TextEncoder();

function fieldsOf(data: string | Uint8Array): readonly FormField[] {
  const parsed = parseForm(data);
  if (!parsed.ok) throw new Error(parsed.failure.reason);
  return parsed.value;
}

function pairsOf(data: string | Uint8Array): (readonly [string, string | undefined])[] {
  return fieldsOf(data).map(({ name, bytes }) => [name, decodeUtf8(bytes)] as const);
}

test.each([
  ['', []],
  ['&&', []],
  ['a', [['a', '']]],
  ['a=', [['a', '']]],
  ['=a', [['', 'a']]],
  ['a=b=c', [['a', 'b=c']]],
  ['a+b=c+d', [['a b', 'c d']]],
  ['a=%2B%2f%3D', [['a', '+/=']]],
  ['a=%e4%b8%AD', [['a', '中']]],
  ['a=中', [['a', '中']]],
  ['a=%', [['a', '%']]],
  ['a=%4', [['a', '%4']]],
  ['a=%zz%41', [['a', '%zzA']]],
  ['a=%EF%BB%BF1', [['a', '\ufeff1']]],
  [
    'a=1&a=2',
    [
      ['a', '1'],
      ['a', '2'],
    ],
  ],
] as const)('%s', (data, expected) => {
  expect(pairsOf(data)).toEqual(expected);
});

test('bytes that are not UTF-8 are kept and have no text', () => {
  const [field] = fieldsOf('a=%FF%41');
  expect(field?.bytes).toEqual(new Uint8Array([0xff, 0x41]));
  expect(pairsOf('a=%FF')).toEqual([['a', undefined]]);
});

test.each([
  ['too-many-fields', 'a&b&c', { maxFields: 2 }],
  ['name-too-long', 'abcd=1', { maxNameBytes: 3 }],
  ['name-too-long', 'abcd', { maxNameBytes: 3 }],
  ['value-too-long', 'a=1234', { maxValueBytes: 3 }],
  ['name-not-utf8', '%FF=1', {}],
] as const)('%s', (reason, data, limits) => {
  expect(parseForm(data, limits)).toMatchObject({ ok: false, failure: { reason } });
});

test('at the limits a form is accepted', () => {
  expect(parseForm('abc=123&d', { maxFields: 2, maxNameBytes: 3, maxValueBytes: 3 }).ok).toBe(true);
});

test('the default limits', () => {
  const [name, field] = ['n'.repeat(256), 'f&'];
  expect(parseForm(`${name}=1`).ok).toBe(true);
  expect(parseForm(`${name}n=1`)).toMatchObject({ failure: { reason: 'name-too-long' } });
  expect(parseForm(field.repeat(100)).ok).toBe(true);
  expect(parseForm(field.repeat(101))).toMatchObject({ failure: { reason: 'too-many-fields' } });
});

test('a million separators make no fields', () => {
  expect(fieldsOf(new Uint8Array(1_000_000).fill(0x26))).toEqual([]);
});

test('reads what URLSearchParams writes, and writes what it reads', () => {
  const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })));
  fc.assert(
    fc.property(pairs, (given) => {
      const wanted = given.map(([name, value]) => [name, value]);
      const named = wanted.filter(([name, value]) => name !== '' || value !== '');
      expect(pairsOf(new URLSearchParams(wanted).toString())).toEqual(wanted);
      expect([...new URLSearchParams(new TextDecoder().decode(encodeForm(given)))]).toEqual(wanted);
      expect(pairsOf(encodeForm(named.map(([name = '', value = '']) => [name, utf8.encode(value)] as const)))).toEqual(
        named,
      );
    }),
  );
});

test('reads all UTF-8 bytes as URLSearchParams does', () => {
  const bytes = fc
    .array(fc.constantFrom(...utf8.encode('ab&=+%2Bf0z')), { maxLength: 40 })
    .map((list) => new Uint8Array(list));
  fc.assert(
    fc.property(bytes, (data) => {
      const parsed = parseForm(data);
      const reference = [...new URLSearchParams(new TextDecoder().decode(data))];
      const texts = parsed.ok ? parsed.value.map(({ name, bytes: value }) => [name, decodeUtf8(value)]) : undefined;
      expect(
        texts === undefined || texts.some(([, value]) => value === undefined) || reference.length === texts.length,
      ).toBe(true);
      const comparable = texts !== undefined && !texts.some(([, value]) => value === undefined);
      expect(comparable ? texts : reference).toEqual(reference);
    }),
    { numRuns: 2000 },
  );
});

test('encodes a body as the official clients sign it', () => {
  const body = encodeForm([
    ['InstanceName', 'demoinstance1'],
    ['PrimaryPicContent', 'iVBORw0KGgo+/w=='],
    ['SecondaryPicContent', '/9j/4AAQSkZJRg=='],
  ]);
  expect(new TextDecoder().decode(body)).toBe(
    'InstanceName=demoinstance1&PrimaryPicContent=iVBORw0KGgo%2B%2Fw%3D%3D&SecondaryPicContent=%2F9j%2F4AAQSkZJRg%3D%3D',
  );
  expect(encodeForm([])).toHaveLength(0);
  expect(new TextDecoder().decode(encodeForm([['!a', "'()* ~"]]))).toBe('%21a=%27%28%29%2A%20~');
});

test('the body wins over the query, and repetition within either is reported', () => {
  const merged = mergeParameters(fieldsOf('A=query&B=1&C=1&C=2'), fieldsOf('A=body&D=%FF'));
  expect(merged.text('A')).toBe('body');
  expect(merged.text('B')).toBe('1');
  expect(merged.text('C')).toBe('2');
  expect(merged.repeated).toEqual(['C']);
  expect(merged.names).toEqual(['A', 'B', 'C', 'D']);
  expect(merged.has('D')).toBe(true);
  expect(merged.text('D')).toBeUndefined();
  expect(merged.bytes('D')).toEqual(new Uint8Array([0xff]));
  expect(merged.has('a')).toBe(false);
  expect(merged.text('toString')).toBeUndefined();
});
