import { diagnose } from '@semblance/signing/doctor';
import { expect, test } from 'vitest';
import { baseV1, secret } from './tamper.ts';

test('no caller can make the doctor encode more than its budget', async () => {
  const target = `/?Action=a&Version=b&AccessKeyId=c&Signature=d&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&SignatureNonce=e&Timestamp=2026-01-09T08%3A00%3A00Z`;
  const body = new TextEncoder().encode(`PrimaryPicContent=${'%2B'.repeat(1_000_000)}`);
  const request = { method: 'POST', target, headers: {}, body };
  const options = { findKey: () => ({ accessKeySecret: secret }), nowMs: baseV1.date.getTime() };
  const diagnosis = await diagnose({ request, options, budgetBytes: 1000 });
  expect(diagnosis).toMatchObject({ tried: 0, exhaustive: false, cause: 'undetermined', certainty: 'likely' });
  expect(diagnosis.stringToSign).toContain(`${'%252B'.repeat(48)}…${'%252B'.repeat(16)} (1000000 characters, SHA-256 `);
  expect(diagnosis.stringToSign?.length).toBeLessThan(1000);
});
