import type { WireField } from '@semblance/spec/protocol';
import { expect, test } from 'vitest';
import { readFields } from './read-fields.ts';
import { readRecord } from './read-record.ts';

const fields: readonly WireField[] = [
  ['Name', 'string', true],
  ['Count', 'integer', false],
  ['Ratio', 'number', false],
  ['Done', 'boolean', false],
  ['Tags', 'string[]', false],
  ['Inner', 'object', false, [['Kind', 'string', false]]],
  ['Items', 'object[]', false, [['Id', 'integer', false]]],
];
const read = (text: string): unknown => {
  const reading = readRecord(text);
  return reading.ok ? readFields(reading.value, fields) : reading.reason;
};
const everything = {
  Name: 'a',
  Count: 3,
  Ratio: 0.5,
  Done: false,
  Tags: ['x', 'y'],
  Inner: { Kind: 'k' },
  Items: [{ Id: 1 }, { Id: 2 }],
};

test('every type reads the same from JSON and XML', () => {
  const xml =
    '<R><Name>a</Name><Count>3</Count><Ratio>0.5</Ratio><Done>false</Done><Tags>x</Tags><Tags>y</Tags>' +
    '<Inner><Kind>k</Kind></Inner><Items><Id>1</Id></Items><Items><Id>2</Id></Items></R>';
  expect(read(JSON.stringify(everything))).toEqual(everything);
  expect(read(xml)).toEqual(everything);
});

test('a list of one is a list in XML too', () => {
  expect(read('<R><Name>a</Name><Tags>x</Tags></R>')).toEqual({ Name: 'a', Tags: ['x'] });
});

test('a repeated element that is not a list counts once; absent and unreadable fields are left out', () => {
  expect(read('<R><Name>a</Name><Name>b</Name><Count>many</Count><Inner></Inner></R>')).toEqual({ Name: 'a' });
  expect(read('{"Count":null}')).toEqual({ Name: '' });
});

test('every repetition of a list element is kept', () => {
  expect(read('<R><Name>a</Name><Tags>x</Tags><Tags>y</Tags><Tags>z</Tags></R>')).toEqual({
    Name: 'a',
    Tags: ['x', 'y', 'z'],
  });
});

test.each(['0', 'xd800', 'xdfff', 'x110000'])('the reference &#%s; to no character is refused', (reference) => {
  expect(read(`<R><Name>&#${reference};</Name></R>`)).toBe('not-well-formed');
});

test.each(['1', 'xd7ff', 'xe000', 'x10ffff'])('the reference &#%s; to a character is resolved', (reference) => {
  expect(read(`<R><Name>&#${reference};</Name></R>`)).toEqual({ Name: String.fromCodePoint(Number(`0${reference}`)) });
});
