import { expect, test } from 'vitest';
import { negotiateFormat } from './negotiate-format.ts';

const jsonType = 'application/json;charset=utf-8';
const xmlType = 'text/xml;charset=utf-8';

test.each([
  ['V3', undefined, undefined, jsonType],
  ['V3', undefined, 'application/json', jsonType],
  ['V3', undefined, 'text/xml', xmlType],
  ['V3', undefined, 'application/xml;q=0.9', 'application/xml;charset=utf-8'],
  ['V3', undefined, 'application/xml, text/xml', xmlType],
  ['V3', undefined, 'application/json, text/xml', jsonType],
  ['V3', undefined, 'text/xml, */*', jsonType],
  ['V3', undefined, 'text/xml, application/json;q=0', xmlType],
  ['V3', 'XML', 'application/json', xmlType],
  ['V3', 'json', 'text/xml', jsonType],
  ['V1', undefined, undefined, xmlType],
  ['V1', undefined, '*/*', xmlType],
  ['V1', undefined, 'application/json', jsonType],
  ['V1', undefined, 'application/json, text/plain, */*', jsonType],
  ['unsigned', undefined, undefined, jsonType],
  ['unsigned', undefined, '*/*', jsonType],
  ['unsigned', undefined, 'text/html,application/xml;q=0.9,*/*;q=0.8', jsonType],
  ['unsigned', undefined, 'text/xml', xmlType],
  ['unsigned', undefined, 'application/json;q=0.5, text/xml', xmlType],
  ['unsigned', undefined, 'application/json;q=0.5, text/xml;q=0.4', jsonType],
  ['unsigned', 'XML', undefined, xmlType],
  ['V1', 'JSON', undefined, jsonType],
  ['V1', 'json', undefined, jsonType],
  ['V1', 'xMl', undefined, xmlType],
  ['V1', 'XML', 'application/xml', 'application/xml;charset=utf-8'],
] as const)('%s, Format=%s, Accept: %s gives %s', (...[dialect, formatParameter, accept, contentType]) => {
  const negotiation = negotiateFormat({ dialect, formatParameter, accept });
  expect(negotiation).toMatchObject({ ok: true, value: { contentType } });
});

test.each([
  ['V3', 'YAML', jsonType],
  ['V3', '', jsonType],
  ['V1', 'YAML', xmlType],
  ['V1', ' JSON', xmlType],
  ['unsigned', 'YAML', jsonType],
] as const)('%s, Format=%s is refused in %s', (dialect, formatParameter, contentType) => {
  expect(negotiateFormat({ dialect, formatParameter, accept: undefined })).toMatchObject({
    ok: false,
    failure: { code: 'InvalidParameter.Format', answerIn: { contentType } },
  });
});

test.each([
  [undefined, undefined, jsonType],
  [undefined, 'text/xml', xmlType],
  ['XML', undefined, xmlType],
] as const)('refused early, Format=%s, Accept: %s gives %s', (formatParameter, accept, contentType) => {
  const negotiation = negotiateFormat({ dialect: 'V1', formatParameter, accept, refusedEarly: true });
  expect(negotiation).toMatchObject({ ok: true, value: { contentType } });
});
