import { expect, test } from 'vitest';
import { adviceOnMissing } from './advice.ts';
import { asciiText } from './ascii-text.ts';

test('a name in another letter case is pointed out', () => {
  const advice = (code: string, ...names: string[]): string | undefined =>
    adviceOnMissing(code, { names, bodyAdvice: undefined });
  expect(advice('MissingInstanceName', 'instanceName')).toBe(
    'Names are case-sensitive: send InstanceName instead of instanceName.',
  );
  expect(advice('NoSpecifiedPic', 'PrimaryPicContent', 'secondarypiccontent')).toBe(
    'Names are case-sensitive: send SecondaryPicContent instead of secondarypiccontent.',
  );
  expect(advice('MissingInstanceName', 'instance')).toBeUndefined();
  expect(advice('InvalidInstance', 'instanceName')).toBeUndefined();
});

test('a body that could not be read explains what is missing, and nothing else', () => {
  const request = { names: ['instanceName'], bodyAdvice: 'Send a form.' };
  expect(adviceOnMissing('MissingInstanceName', request)).toBe('Send a form.');
  expect(adviceOnMissing('InvalidInstance', request)).toBeUndefined();
});

test('symbols are spelled out in ASCII', () => {
  expect(asciiText('turned 90° clockwise; 4096 × 100 – “größer” …')).toBe(
    'turned 90 degrees clockwise; 4096 x 100 - "gro?er" ...',
  );
});
