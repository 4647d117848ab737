import { createNonce, signV1 } from '@semblance/signing';
import { expect, test } from 'vitest';
import type { KnownKey } from './find-key.ts';
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

test('during a flood of mismatches a few are examined at a time, and every caller is answered', async () => {
  const explain = createMismatchExplainer([]);
  const answers = await Promise.all(Array.from({ length: 10 }, () => explain(request, undefined)));
  expect(answers.filter(({ detail }) => detail.startsWith('Too many mismatches'))).toHaveLength(6);
  expect((await explain(request, undefined)).detail).not.toMatch(/^Too many/);
});

/** A V1 request signed with a wrong secret, with a picture of so many bytes. */
async function forged(pictureBytes: number): Promise<Parameters<ReturnType<typeof createMismatchExplainer>>[0]> {
  const parameters: [string, string][] = [['PrimaryPicContent', 'ab+/'.repeat(pictureBytes / 4)]];
  const { commonParameters } = await signV1({
    method: 'POST',
    action: 'CompareSimilarByImage',
    version: '2020-12-14',
    format: 'JSON',
    parameters,
    key: { accessKeyId: 'id', accessKeySecret: 'wrong' },
    date: new Date(),
    nonce: createNonce(),
  });
  const form = new URLSearchParams([...commonParameters, ...parameters].map(([name, value]) => [name, value]));
  return { ...request, headers: [['host', 'example.com']], body: Buffer.from(form.toString()) };
}

/** The shortest time of several examinations, as other load only adds to it. */
async function costMs(pictureBytes: number): Promise<number> {
  const explain = createMismatchExplainer([]);
  const known = { key: { accessKeyId: 'id', accessKeySecret: 'right' } } as unknown as KnownKey;
  const bad = await forged(pictureBytes);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 10; round += 1) {
    const startedAtMs = performance.now();
    await explain(bad, known);
    best = Math.min(best, performance.now() - startedAtMs);
  }
  return best;
}

test('a large request with a bad signature costs less than five small ones', async () => {
  const small = await costMs(1000);
  expect(await costMs(100_000)).toBeLessThan(5 * small);
});
