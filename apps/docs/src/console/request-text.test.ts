import { expect, test } from 'vitest';
import { requestText } from './request-text.ts';

test('a request is readable: pictures are shortened, everything else is unchanged', () => {
  const body = new TextEncoder().encode(`InstanceName=demo&PrimaryPicContent=${'A'.repeat(500)}`);
  const text = requestText({
    method: 'POST',
    url: 'http://127.0.0.1:8080/?Format=JSON',
    headers: [['x-acs-version', '2020-12-14']],
    body,
  });
  expect(text).toBe(
    `POST /?Format=JSON HTTP/1.1\nhost: 127.0.0.1:8080\nx-acs-version: 2020-12-14\n\nInstanceName=demo&\nPrimaryPicContent=${'A'.repeat(48)}… (500)`,
  );
});
