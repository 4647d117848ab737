import { formFieldMaxBytes } from '@semblance/spec/limits';
import { expect, test } from 'vitest';
import { formFailureCode } from './form-failure-code.ts';
import { parseForm } from './parse-form.ts';

/** A form of one value that is a byte longer than a value may be. */
function failureOf(name: string): Parameters<typeof formFailureCode>[0] {
  const parsing = parseForm(`${name}=${'A'.repeat(formFieldMaxBytes + 1)}`);
  if (parsing.ok) throw new Error('the form was taken');
  return parsing.failure;
}

test('a picture value over the form’s limit is a picture that is too large', () => {
  expect(formFailureCode(failureOf('PrimaryPicContent'))).toBe('InvalidPicContent');
  expect(formFailureCode(failureOf('SecondaryPicContent'))).toBe('InvalidPicContent');
});

test('every other refused form is malformed', () => {
  expect(formFailureCode(failureOf('InstanceName'))).toBe('InvalidParameter');
  const parsing = parseForm('n'.repeat(1000));
  expect(parsing.ok ? undefined : formFailureCode(parsing.failure)).toBe('InvalidParameter');
});
