import { expect, test } from 'vitest';
import { lineBreaksAfterFile, uploadProductFault } from './upload-form.ts';

test.each([
  ['AlibabaCloud (linux; amd64) Golang/1.22.2 Core/0.01 TeaDSL/1', 2],
  ['AlibabaCloud (darwin; arm64) Golang/1.26 Core/0.01 TeaDSL/2 my-program/1.0', 2],
  ['AlibabaCloud (linux; x64) Node.js/v26.1.0 Core/1.0.1 TeaDSL/2', 1],
  ['AlibabaCloud (linux; x64) Java/17 Core/0.01 TeaDSL/1 Golang/1.0', 1],
  ['Go-http-client/1.1', 1],
  [undefined, 1],
] as const)('%s', (userAgent, lineBreaks) => {
  expect(lineBreaksAfterFile(userAgent)).toBe(lineBreaks);
});

test('an authorisation is for this product only', () => {
  expect(uploadProductFault('ImageSearch')).toBeUndefined();
  for (const other of [undefined, '', 'oss', 'imagesearch']) expect(uploadProductFault(other)).toContain('ImageSearch');
});
