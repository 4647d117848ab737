import { expect, test } from 'vitest';
import { describeDenial, openDiagnosis } from './diagnostic-message.ts';
import { question } from '../../../test/access/policy-question.ts';
import { openSealedText, sealText } from './sealed-text.ts';

const refusal = {
  question,
  denial: { kind: 'ExplicitDeny', policy: 'no-comparing' } as const,
  requestId: '540CFF28-407A-40B5-B6A5-74B0D6C8E1F2',
  nowMs: Date.parse('2026-01-09T08:00:00Z'),
  secret: 'a secret',
};

test('a diagnosis can be opened only unaltered and with its secret', () => {
  const message = describeDenial(refusal).EncodedDiagnosticMessage ?? '';
  expect(openDiagnosis(message, 'a secret')).toEqual({
    requestId: refusal.requestId,
    at: '2026-01-09T08:00:00.000Z',
    action: refusal.question.action,
    resource: 'acs:imagesearch:*:1000:instance/demo',
    principal: 'user:1000:lin',
    principalType: 'SubUser',
    verdict: 'ExplicitDeny',
    policy: 'no-comparing',
  });
  expect(openDiagnosis(message, 'another')).toBeUndefined();
  expect(openDiagnosis(`${message.slice(0, -2)}AA`, 'a secret')).toBeUndefined();
  expect(message).not.toContain('no-comparing');
});

test('a text sealed for one purpose cannot be opened for another', () => {
  const sealed = sealText('text', 'a secret', 'security-token');
  expect(openSealedText(sealed, 'a secret', 'security-token')).toBe('text');
  expect(openSealedText(sealed, 'a secret', 'diagnostic-message')).toBeUndefined();
  expect(openSealedText('', 'a secret', 'security-token')).toBeUndefined();
});
