import { expect, test } from 'vitest';
import '../../exports/vitest.ts';
import { compareRequest, endpoint } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import { violationReport } from '../record/violation-report.ts';
import { makePicture } from '../scoring/make-picture.ts';

const tiny = Buffer.from(makePicture({ width: 10, height: 10 })).toString('base64');

test('valid requests have none, uploads and scenarios included', async () => {
  const mock = createMock();
  await mock.respond(compareRequest());
  await mock.respond(compareRequest({ parameters: { InstanceName: 'mock-ExtractFeatureTimeout' } }));
  expect(mock.violations()).toEqual([]);
  expect(violationReport(mock)).toBeUndefined();
});

test('all are found, also when a scenario decided the answer', async () => {
  const mock = createMock();
  mock.use('success');
  mock.use([{ reply: { body: 'fine' } }]);
  const parameters = {
    InstanceName: 'much too long an instance name',
    PrimaryPicContent: tiny,
    SecondaryPicContent: '%%%',
  };
  const response = await mock.respond(compareRequest({ parameters }));
  expect(await response.text()).toBe('fine');
  expect(mock.violations()).toEqual([
    {
      number: 1,
      code: 'InvalidInstance',
      parameter: 'InstanceName',
      detail: expect.stringContaining('at most 20') as string,
    },
    { number: 1, code: 'UnsupportedPicPixels', parameter: 'PrimaryPicContent', detail: expect.any(String) as string },
    {
      number: 1,
      code: 'InvalidSecondaryPicContent',
      parameter: 'SecondaryPicContent',
      detail: expect.any(String) as string,
    },
  ]);
});

test.each<[string, Request, string]>([
  ['no action', new Request(endpoint, { method: 'POST' }), 'MissingAction'],
  ['another method', new Request(endpoint, { method: 'PUT' }), 'UnsupportedHTTPMethod'],
  ['a path', new Request(`${endpoint}compare`), 'InvalidAction.NotFound'],
  ['a version', compareRequest({ parameters: { Version: '2019-03-25' } }), 'InvalidVersion'],
  ['no picture', compareRequest({ parameters: { PrimaryPicContent: undefined } }), 'NoSpecifiedPic'],
])('%s', async (_name, request, code) => {
  const mock = createMock();
  await mock.respond(request);
  expect(mock.violations()).toMatchObject([{ code }]);
});

test('a signature in warn mode', async () => {
  const mock = createMock({ signature: 'warn' });
  await mock.respond(compareRequest());
  expect(mock.violations()).toMatchObject([{ code: 'MissingAccessKeyId' }]);
});

test('an instance’s state is not a violation', async () => {
  const mock = createMock({ instances: { demoinstance1: { status: 'suspended', denied: true } } });
  await mock.respond(compareRequest());
  expect(mock.violations()).toEqual([]);
});

test('the report names requests and remedies, and omits expected violations', async () => {
  const mock = createMock();
  await mock.respond(compareRequest());
  await mock.respond(compareRequest({ parameters: { PrimaryPicContent: undefined, primarypiccontent: 'AAAA' } }));
  expect(violationReport(mock)).toBe(
    [
      '1 of 2 requests break the contract:',
      '  #2 POST CompareSimilarByImage demoinstance1 no picture | png 100×100 → 400 NoSpecifiedPic',
      '    NoSpecifiedPic, PrimaryPicContent: Names are case-sensitive: send PrimaryPicContent instead of primarypiccontent.',
    ].join('\n'),
  );
  expect(violationReport(mock, ({ code }) => code === 'NoSpecifiedPic')).toBeUndefined();
  expect(mock).not.toKeepTheContract();
  expect(() => expect(mock).toKeepTheContract()).toThrow(/1 of 2 requests break the contract/);
});
