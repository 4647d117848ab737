import { examples } from '@semblance/spec/examples';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonAnswer, xmlAnswer } from './answer-format.ts';
import { parseEnvelope } from './parse-envelope.ts';
import { renderFailure, renderSuccess } from './render.ts';

test.each(Object.entries(examples))(
  'the contract’s example %s reads the same in JSON and XML',
  (name, { json, xml }) => {
    const expected = { kind: name === 'success' ? 'success' : 'failure', value: json };
    expect(parseEnvelope(JSON.stringify(json))).toEqual(expected);
    expect(parseEnvelope(xml)).toEqual(expected);
  },
);

test.each([
  ['', 'empty'],
  [' \n\ufeff', 'empty'],
  ['\ufeff', 'empty'],
  ['<!DOCTYPE html><html><body>502 Bad Gateway</body></html>', 'html'],
  ['<html>\n<head><title>503</title></head></html>', 'html'],
  ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"><html xmlns="x"></html>', 'html'],
  ['Bad Gateway', 'not-well-formed'],
  ['{"Code":"NoPermission","Mess', 'not-well-formed'],
  ['<Error><Code>NoPermission</Code>', 'not-well-formed'],
  ['<Error><Code>a</Code></Error><Error/>', 'not-well-formed'],
  ['<Error><Code>&unknown;</Code></Error>', 'not-well-formed'],
  ['<Error><Code>&#0;</Code></Error>', 'not-well-formed'],
  ['<!DOCTYPE Error [<!ENTITY a "b">]><Error><Code>&a;</Code></Error>', 'not-well-formed'],
  ['<a>'.repeat(100_000), 'not-well-formed'],
  ['<!--'.repeat(100_000), 'not-well-formed'],
  ['<!-- --> '.repeat(50_000), 'not-well-formed'],
  ['<Error/>', 'not-an-envelope'],
  ['<Error>text</Error>', 'not-an-envelope'],
  ['null', 'not-an-envelope'],
  ['[]', 'not-an-envelope'],
  ['42', 'not-an-envelope'],
  ['{}', 'not-an-envelope'],
  ['{"Code":0}', 'not-an-envelope'],
  ['{"Score":null,"Success":true,"Code":0}', 'not-an-envelope'],
  ['{"Score":1.5,"Success":true,"Code":0}', 'not-an-envelope'],
  ['x'.repeat(1_048_577), 'too-long'],
])('%.60s is %s', (body, reason) => {
  expect(parseEnvelope(body)).toEqual({ kind: 'unrecognised', reason });
});

test('a 200 with `Success: false` is a failure', () => {
  const parsed = parseEnvelope('{"Score":0.5,"Success":false,"RequestId":"R","Msg":"no","Code":4003}');
  expect(parsed).toEqual({ kind: 'failure', value: { RequestId: 'R', HostId: '', Code: '4003', Message: 'no' } });
  expect(parseEnvelope('{"Score":0.5,"Success":true,"Code":1}').kind).toBe('failure');
  expect(parseEnvelope('{"Score":0.5,"Success":false,"Code":0}').kind).toBe('failure');
});

test('XML comments, CDATA, attributes and references are read', () => {
  const xml =
    '<?xml version="1.0"?><!-- c --><Error xmlns="u" a=\'1\'>\n <Code><![CDATA[A<B]]></Code><Message>x &lt;&#x4e2d;&#25991;&amp;</Message><Recommend/></Error>\n';
  expect(parseEnvelope(xml)).toMatchObject({ kind: 'failure', value: { Code: 'A<B', Message: 'x <中文&' } });
});

test('hostile names cannot reach a prototype', () => {
  expect(parseEnvelope('{"__proto__":{"Code":"x"}}').kind).toBe('unrecognised');
  expect(parseEnvelope('<E><__proto__><Code>x</Code></__proto__></E>').kind).toBe('unrecognised');
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** Text that XML can carry unchanged. */
const xmlText = text.filter((value) => !/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(value));
const detail = fc
  .record({ AuthAction: xmlText, PolicyType: xmlText })
  .filter((value) => Object.values(value).every((part) => part !== ''));

test('rendered answers are read back in both formats', () => {
  const failures = fc.record(
    {
      RequestId: xmlText,
      HostId: xmlText,
      Code: xmlText.filter((code) => code !== '' && code !== '0'),
      Message: xmlText,
      AccessDeniedDetail: detail,
    },
    { requiredKeys: ['RequestId', 'HostId', 'Code', 'Message'] },
  );
  fc.assert(
    fc.property(failures, fc.constantFrom(jsonAnswer, xmlAnswer), (value, answer) => {
      expect(parseEnvelope(renderFailure(value, answer).body)).toEqual({ kind: 'failure', value });
    }),
  );
  const score = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
  fc.assert(
    fc.property(score, xmlText, fc.constantFrom(jsonAnswer, xmlAnswer), (Score, RequestId, answer) => {
      const value = { Score, Success: true, RequestId, Msg: 'success', Code: 0 } as const;
      expect(parseEnvelope(renderSuccess(value, answer).body)).toEqual({ kind: 'success', value });
    }),
  );
});

test('no text makes it throw', () => {
  const pieces = fc.constantFrom(
    '<Error>',
    '</Error>',
    '<Code>',
    '</Code>',
    '&amp;',
    '&',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '?>',
    '{',
    '}',
    '"Code"',
    ':',
    '0',
  );
  const soup = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 30 });
  fc.assert(
    fc.property(soup, (parts) => {
      expect(['success', 'failure', 'unrecognised']).toContain(parseEnvelope(parts.join('')).kind);
    }),
    { numRuns: 3000 },
  );
});

test('every truncation of an answer is noticed', () => {
  for (const body of [examples.NoPermission.xml.trim(), JSON.stringify(examples.NoPermission.json)]) {
    for (let length = 0; length < body.length; length += 1)
      expect(parseEnvelope(body.slice(0, length)).kind).toBe('unrecognised');
  }
});
