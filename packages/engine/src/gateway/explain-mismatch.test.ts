import { expect, test } from 'vitest';
import { createMismatchExplainer } from './explain-mismatch.ts';

const request = {
  method: 'POST',
  target: '/',
  headers: [
    ['host', '127.0.0.1:8080'],
    ['authorization', `ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host,Signature=${'0'.repeat(64)}`],
  ] as const,
  body: new Uint8Array(),
};

test('a flood of mismatches is examined a few at a time, and every caller is answered', async () => {
  const explain = createMismatchExplainer([]);
  const answers = await Promise.all(Array.from({ length: 10 }, () => explain(request, undefined)));
  expect(answers.filter(({ detail }) => detail.startsWith('Too many mismatches'))).toHaveLength(6);
  expect((await explain(request, undefined)).detail).not.toMatch(/^Too many/);
});
