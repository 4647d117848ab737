import { expect, test } from 'vitest';
import { negotiateFormat } from './negotiate-format.ts';

const JSON_TYPE = 'application/json;charset=utf-8';
const XML_TYPE = 'text/xml;charset=utf-8';

test.each([
  ['V3', undefined, undefined, JSON_TYPE],
  ['V3', undefined, 'application/json', JSON_TYPE],
  ['V3', undefined, 'text/xml', XML_TYPE],
  ['V3', undefined, 'application/xml;q=0.9', 'application/xml;charset=utf-8'],
  ['V3', undefined, 'application/xml, text/xml', XML_TYPE],
  ['V3', undefined, 'application/json, text/xml', JSON_TYPE],
  ['V3', undefined, 'text/xml, */*', JSON_TYPE],
  ['V3', undefined, 'text/xml, application/json;q=0', XML_TYPE],
  ['V3', 'XML', 'application/json', XML_TYPE],
  ['V3', 'json', 'text/xml', JSON_TYPE],
  ['V1', undefined, undefined, XML_TYPE],
  ['V1', undefined, '*/*', XML_TYPE],
  ['V1', undefined, 'application/json', JSON_TYPE],
  ['V1', undefined, 'application/json, text/plain, */*', JSON_TYPE],
  ['unsigned', undefined, undefined, JSON_TYPE],
  ['unsigned', undefined, '*/*', JSON_TYPE],
  ['unsigned', undefined, 'text/html,application/xml;q=0.9,*/*;q=0.8', JSON_TYPE],
  ['unsigned', undefined, 'text/xml', XML_TYPE],
  ['unsigned', undefined, 'application/json;q=0.5, text/xml', XML_TYPE],
  ['unsigned', undefined, 'application/json;q=0.5, text/xml;q=0.4', JSON_TYPE],
  ['unsigned', 'XML', undefined, XML_TYPE],
  ['V1', 'JSON', undefined, JSON_TYPE],
  ['V1', 'json', undefined, JSON_TYPE],
  ['V1', 'xMl', undefined, XML_TYPE],
  ['V1', 'XML', 'application/xml', 'application/xml;charset=utf-8'],
] as const)('%s, Format=%s, Accept: %s gives %s', (...[dialect, formatParameter, accept, contentType]) => {
  const negotiation = negotiateFormat({ dialect, formatParameter, accept });
  expect(negotiation).toMatchObject({ ok: true, value: { contentType } });
});

test.each([
  ['V3', 'YAML', JSON_TYPE],
  ['V3', '', JSON_TYPE],
  ['V1', 'YAML', XML_TYPE],
  ['V1', ' JSON', XML_TYPE],
  ['unsigned', 'YAML', JSON_TYPE],
] as const)('%s, Format=%s is refused in %s', (dialect, formatParameter, contentType) => {
  expect(negotiateFormat({ dialect, formatParameter, accept: undefined })).toMatchObject({
    ok: false,
    failure: { code: 'InvalidParameter.Format', answerIn: { contentType } },
  });
});

test.each([
  [undefined, undefined, JSON_TYPE],
  [undefined, 'text/xml', XML_TYPE],
  ['XML', undefined, XML_TYPE],
] as const)('refused early, Format=%s, Accept: %s gives %s', (formatParameter, accept, contentType) => {
  const negotiation = negotiateFormat({ dialect: 'V1', formatParameter, accept, refusedEarly: true });
  expect(negotiation).toMatchObject({ ok: true, value: { contentType } });
});
