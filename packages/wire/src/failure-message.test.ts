import type { ErrorCode } from '@semblance/spec/error-policy';
import { errorCatalog } from '@semblance/spec/error-catalog';
import { expect, test } from 'vitest';
import { failureMessage } from './failure-message.ts';

/** What `acs_exception_handler` of Python's core (2.16.0) does with the message: an IndexError where there is no colon. */
function serverStringToSign(message: string): string | undefined {
  return message.split(':')[1];
}

test.each([undefined, 'GET&%2F&a%3Db', 'GET&%2F&a%3Db: why'])(
  'the message of a V1 mismatch contains a colon, %j',
  (continuation) => {
    const message = failureMessage({ code: 'SignatureDoesNotMatch', dialect: 'V1', continuation });
    expect(message).toMatch(/^Specified signature is not matched with our calculation\. server string to sign is:/);
    expect(serverStringToSign(message)).toBe(continuation?.replace(': why', '') ?? '');
  },
);

test('every other message is the contract’s in both dialects', () => {
  const codes = Object.keys(errorCatalog) as ErrorCode[];
  const differing = codes.flatMap((code) =>
    (['V1', 'V3'] as const)
      .filter((dialect) => failureMessage({ code, dialect }) !== errorCatalog[code].message)
      .map((dialect) => `${code} ${dialect}`),
  );
  expect(differing).toEqual(['SignatureDoesNotMatch V1']);
});
