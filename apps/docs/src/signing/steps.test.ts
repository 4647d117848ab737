import { expect, test } from 'vitest';
import { workedInput } from '../site/worked-example.ts';
import { resultsV1, resultsV3, stepsV1, stepsV3 } from './steps.ts';

// The expected values were computed by the official clients with clock and nonce fixed.

test('the worked example in the header dialect is the official client’s', async () => {
  const results = await resultsV3(workedInput);
  expect(Object.keys(results)).toEqual([...stepsV3]);
  expect(results['body-hash']).toBe('3608f75a8ef4586e3989dc8852d2916bc0722ec4245909f07cb6edbf2682fda6');
  expect(results.body).toBe(
    'InstanceName=demoinstance1&PrimaryPicContent=iVBORw0KGgo%2B%2Fw%3D%3D&SecondaryPicContent=%2F9j%2F4AAQSkZJRg%3D%3D',
  );
  expect(results['canonical-request']?.split('\n').slice(0, 3)).toEqual(['POST', '/', '']);
  expect(results.authorization).toContain(`Signature=${results.signature}`);
});

test('the worked example in the parameter dialect is the official client’s', async () => {
  const results = await resultsV1(workedInput);
  expect(Object.keys(results)).toEqual([...stepsV1]);
  expect(results.signature).toBe('1rTHd1QLqcVlTrwJzHmgYe1Bqtc=');
  expect(results['string-to-sign']).toMatch(/^POST&%2F&AccessKeyId%3DtestAccessKeyId%26Action%3D/u);
});
