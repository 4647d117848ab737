import { expect, test } from 'vitest';
import { refusalMessage } from './refusal-message.ts';

const parts = { action: 'CompareSimilarByImage', wireCode: 'SignatureDoesNotMatch', httpStatus: 400, requestId: 'A1' };
const detail = 'The secret is another one.';

test('a reason that the server wrote into its message is not said twice', () => {
  const serverMessage = `Specified signature does not match our calculation. ${detail}`;
  expect(refusalMessage({ ...parts, serverMessage, detail })).toBe(
    `CompareSimilarByImage was answered SignatureDoesNotMatch (HTTP 400): ${serverMessage} Request id A1.`,
  );
});

test('one that it did not is added', () => {
  expect(refusalMessage({ ...parts, serverMessage: 'No.', detail })).toContain(`(HTTP 400): No. ${detail} Request id`);
});
