import { makePicture } from '@semblance/mock-server/mock';
import { describe, expect, test } from 'vitest';
import { pageMockEndpoint, pageKey } from './settings.ts';
import type { ConsoleSettings } from './settings.ts';
import { sendComparison } from './send-comparison.ts';

const settings: ConsoleSettings = {
  target: 'page',
  endpoint: pageMockEndpoint,
  instanceName: 'demoinstance1',
  serviceType: 'generic',
  ...pageKey,
  securityToken: '',
  dialect: 'V3',
  format: 'json',
  scoring: 'made-up',
};

/** Not called when scores are made up. */
const neverAsked = (): never => {
  throw new Error('no score was to be computed');
};

function picture() {
  return new Uint8Array(makePicture());
}

test.each([0.25, 'InvalidPrimaryPicContent'] as const)('the page’s engine decides: %s', async (answer) => {
  const bytes = picture();
  const outcome = await sendComparison(
    { ...settings, scoring: 'computed' },
    { primary: bytes, secondary: bytes },
    () => answer,
  );
  expect(outcome).toMatchObject(
    typeof answer === 'number' ? { kind: 'score', score: answer } : { kind: 'failure', code: answer, fromServer: true },
  );
});

describe('the in-page mock', () => {
  test.each(['V3', 'V1'] as const)('accepts a %s signature and scores identical files 1', async (dialect) => {
    const bytes = picture();
    const outcome = await sendComparison({ ...settings, dialect }, { primary: bytes, secondary: bytes }, neverAsked);
    expect(outcome).toMatchObject({ kind: 'score', score: 1 });
    expect(outcome.exchange?.answer?.status).toBe(200);
    expect(outcome.exchange?.request.body.length).toBeGreaterThan(100);
  });

  test('refuses a wrong secret with the gateway’s code', async () => {
    const bytes = picture();
    const outcome = await sendComparison(
      { ...settings, accessKeySecret: 'x' },
      { primary: bytes, secondary: bytes },
      neverAsked,
    );
    expect(outcome).toMatchObject({ kind: 'failure', code: 'SignatureDoesNotMatch', fromServer: true });
  });

  test('answers the code an instance is named after, in XML', async () => {
    const bytes = picture();
    const outcome = await sendComparison(
      { ...settings, format: 'xml', instanceName: 'mock-DeniedRequest' },
      { primary: bytes, secondary: bytes },
      neverAsked,
    );
    expect(outcome).toMatchObject({ kind: 'failure', code: 'DeniedRequest' });
    expect(outcome.exchange?.answer?.text).toMatch(/^<\?xml/u);
  });
});

test('an unreachable server is distinguished from one that refuses', async () => {
  const bytes = picture();
  const outcome = await sendComparison(
    { ...settings, target: 'engine', endpoint: 'http://127.0.0.1:1', accessKeyId: '' },
    { primary: bytes, secondary: bytes },
    neverAsked,
  );
  expect(outcome).toMatchObject({ kind: 'failure', fromServer: false });
});
