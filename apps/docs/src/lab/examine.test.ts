import { describe, expect, test } from 'vitest';
import { examine } from './examine.ts';
import type { Examined } from './examine.ts';
import { labSample } from './lab-samples.ts';
import type { LabSample } from './lab-samples.ts';
import { readPastedRequest } from './pasted-request.ts';

const known: Omit<Examined, 'accessKeySecret'> = {
  securityToken: '',
  canonicalRequest: '',
  stringToSign: '',
  ignoreClock: true,
};

async function findings(sample: LabSample, change: Partial<Examined> = {}) {
  const { text, accessKeySecret } = await labSample(sample);
  const pasted = readPastedRequest(text);
  if (!pasted.ok) throw new Error(pasted.problem);
  return examine(pasted.request, { ...known, accessKeySecret, ...change });
}

describe('each sample shows its planted mistake', () => {
  test.each<[LabSample, string, string | undefined]>([
    ['valid', 'accepted', undefined],
    ['host', 'host-rewritten', 'host'],
    ['secret', 'secret-with-ampersand', 'secret'],
    ['charset', 'content-type-changed', 'content-type'],
  ])('%s → %s', async (sample, cause, part) => {
    const { diagnosis } = await findings(sample);
    expect(diagnosis.cause).toBe(cause);
    expect(diagnosis.firstDifference?.part).toBe(part);
  });

  test('a changed body is distinguished from a wrong signature', async () => {
    const { diagnosis } = await findings('body');
    expect(['body-changed', 'plus-not-escaped']).toContain(diagnosis.cause);
  });
});

test('a difference is always shown, and never the secret', async () => {
  for (const sample of ['host', 'body', 'charset', 'secret'] as const) {
    const { diagnosis } = await findings(sample);
    const shown = `${diagnosis.firstDifference?.received} ${diagnosis.firstDifference?.signed}`;
    expect(shown).not.toContain('not shown');
    expect(shown).not.toContain((await labSample(sample)).accessKeySecret);
  }
  const { diagnosis } = await findings('secret');
  expect(diagnosis.firstDifference).toMatchObject({ received: 'AccessKeySecret', signed: 'AccessKeySecret + "&"' });
});

test('an old request is refused for its date unless the clock is ignored', async () => {
  const { diagnosis } = await findings('valid', { ignoreClock: false });
  expect(diagnosis).toMatchObject({ code: 'InvalidTimeStamp.Expired', cause: 'clock-skew' });
});

test('the steps end in the signature the request should have had', async () => {
  const { steps } = await findings('valid');
  const { text } = await labSample('valid');
  expect(text).toContain(`Signature=${steps?.at(-1)?.text}`);
});
