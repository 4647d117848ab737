import { errorCatalog, uploadErrors } from '@semblance/spec/error-catalog';
import { assert, asyncProperty, constantFrom, dictionary, oneof, record, string, uint8Array } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { validParameters } from '../../test/compare-request.ts';
import { createMock } from './mock.ts';

const known: ReadonlySet<string | undefined> = new Set([...Object.keys(errorCatalog), ...Object.keys(uploadErrors)]);
const names = [...Object.keys(validParameters), 'Signature', 'AccessKeyId', 'x'];
const value = oneof(
  string({ unit: 'binary' }),
  constantFrom('', '%', '%zz', '\0', 'mock-', 'mock-*', 'http://', 'A'.repeat(500)),
  constantFrom(...Object.values(validParameters)),
);
const form: Arbitrary<string> = dictionary(constantFrom(...names), value).map((fields) =>
  Object.entries(fields)
    .map(([name, text]) => `${name}=${text}`)
    .join('&'),
);
const headers = dictionary(
  constantFrom(
    'authorization',
    'content-type',
    'accept',
    'x-acs-action',
    'x-acs-date',
    'x-mock-scenario',
    'x-mock-session',
    'host',
  ),
  oneof(
    string(),
    constantFrom('ACS3-HMAC-SHA256', 'multipart/form-data; boundary=b', 'application/xml', 'success*0', ',,,'),
  ),
);

test(
  'any request is answered with an envelope of the contract, and nothing is thrown',
  { timeout: 60_000 },
  async () => {
    const mocks = [createMock(), createMock({ signature: 'strict', accessKeys: {} })];
    const request = record({
      method: constantFrom('GET', 'POST', 'PUT', 'FOO'),
      query: form,
      body: oneof(
        form.map((text) => new TextEncoder().encode(text)),
        uint8Array(),
      ),
      headers,
    });
    await assert(
      asyncProperty(request, async ({ method, query, body, headers: fields }) => {
        for (const mock of mocks) {
          const url = new URL('http://127.0.0.1:1/');
          url.search = query;
          const reply = await mock.handle({ method, url: url.href, headers: Object.entries(fields), body });
          const code = /(?:"Code":"|<Code>)(?<code>[\w.]+)/.exec(reply.body)?.groups?.['code'];
          expect(reply.status === 200 || (reply.status < 500 && known.has(code))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  },
);
