import { formFieldMaxBytes, pictureMaxBytes } from '@semblance/spec/limits';
import { expect, test } from 'vitest';
import { compareRequest, endpoint, outcomeOf, validParameters } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import { makePicture } from '../scoring/make-picture.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const tiny = base64(makePicture({ width: 99 }));
const text = base64(new TextEncoder().encode('not a picture at all'));
const huge = base64(new Uint8Array(pictureMaxBytes + 1));
const cutOff = base64(makePicture().subarray(0, 200));

test.each<[string, Record<string, string | undefined>, string]>([
  ['no action', { Action: undefined }, 'MissingAction'],
  ['an unknown action', { Action: 'SearchImageByPic' }, 'UnsupportedOperationType'],
  ['no version', { Version: undefined }, 'MissingVersion'],
  ['an old version', { Version: '2019-03-25' }, 'InvalidVersion'],
  ['no instance', { InstanceName: undefined }, 'MissingInstanceName'],
  ['an empty instance', { InstanceName: '' }, 'EmptyMeta'],
  ['a name of 21 characters', { InstanceName: 'a'.repeat(21) }, 'InvalidInstance'],
  ['a name with a space', { InstanceName: 'my instance' }, 'InvalidInstance'],
  ['an instance ID', { InstanceName: 'imagesearch-cn-abc1' }, 'InvalidInstance'],
  ['no first picture', { PrimaryPicContent: undefined }, 'NoSpecifiedPic'],
  ['an empty second picture', { SecondaryPicContent: '' }, 'NoSpecifiedPic'],
  ['a foreign address', { PrimaryPicContent: 'https://example.com/a.png' }, 'InvalidPicUrl'],
  ['a first picture that is no Base64', { PrimaryPicContent: '!!!!' }, 'InvalidPrimaryPicContent'],
  ['a second picture that is no Base64', { SecondaryPicContent: '!!!!' }, 'InvalidSecondaryPicContent'],
  ['a data URL', { PrimaryPicContent: 'data:image/png;base64,AAAA' }, 'InvalidPrimaryPicContent'],
  ['a picture of one byte too many', { PrimaryPicContent: huge }, 'InvalidPicContent'],
  ['text for a picture', { SecondaryPicContent: text }, 'UnsupportedPicFormat'],
  ['99 pixels', { PrimaryPicContent: tiny }, 'UnsupportedPicPixels'],
  ['a cut-off second picture', { SecondaryPicContent: cutOff }, 'InvalidSecondaryPicContent'],
  [
    'both at fault: the earlier check decides',
    { PrimaryPicContent: tiny, SecondaryPicContent: text },
    'UnsupportedPicFormat',
  ],
  [
    'both at the same fault: the first picture decides',
    { PrimaryPicContent: '!', SecondaryPicContent: '!' },
    'InvalidPrimaryPicContent',
  ],
])('%s', async (_name, parameters, code) => {
  expect(await outcomeOf(await createMock().respond(compareRequest({ parameters })))).toBe(code);
});

test('path, method and format', async () => {
  const mock = createMock();
  expect(await outcomeOf(await mock.respond(compareRequest({ url: `${endpoint}other` })))).toBe(
    'InvalidAction.NotFound',
  );
  const put = new Request(`${endpoint}?Format=JSON`, { method: 'PUT', body: 'x=1' });
  expect(await outcomeOf(await mock.respond(put))).toBe('UnsupportedHTTPMethod');
  const yaml = await mock.respond(compareRequest({ parameters: { Format: 'YAML' } }));
  expect(await yaml.text()).toContain('"Code":"InvalidParameter.Format"');
});

test('a picture over the limit of a form value gets the code of a picture that is too large', async () => {
  const parameters = { SecondaryPicContent: 'A'.repeat(formFieldMaxBytes + 1) };
  expect(await outcomeOf(await createMock().respond(compareRequest({ parameters })))).toBe('InvalidPicContent');
});

test('a repeated name is ambiguous, one in both query and body is not', async () => {
  const mock = createMock();
  const body = new URLSearchParams(validParameters);
  const twice = new Request(endpoint, { method: 'POST', body: `${body.toString()}&InstanceName=other` });
  expect(await outcomeOf(await mock.respond(twice))).toBe('InvalidParameter');
  const both = compareRequest({ url: `${endpoint}?InstanceName=from-the-query` });
  expect(await outcomeOf(await mock.respond(both))).toBe(0.72);
  expect(mock.journal.entries().at(-1)).toMatchObject({ instanceName: 'demoinstance1' });
});

test('the limit itself is allowed', async () => {
  const name = 'a'.repeat(20);
  const response = await createMock().respond(compareRequest({ parameters: { InstanceName: name } }));
  expect(response.status).toBe(200);
});
