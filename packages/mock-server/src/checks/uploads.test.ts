import { authorizeUploadAction } from '@semblance/spec/protocol';
import { describe, expect, test } from 'vitest';
import { compareRequest, outcomeOf } from '../../test/compare-request.ts';
import { createMock } from '../mock/mock.ts';
import type { Mock } from '../mock/mock.ts';
import { makePair } from '../scoring/make-pair.ts';
import type { MockOptions } from '../mock/mock-options.ts';
import { parseUploadForm } from './parse-upload-form.ts';

const pair = makePair({ score: 0.31 });
const origin = 'http://127.0.0.1:8443/';

interface Grant {
  readonly AccessKeyId: string;
  readonly Bucket: string;
  readonly Endpoint: string;
  readonly EncodedPolicy: string;
  readonly Signature: string;
  readonly ObjectKey: string;
  readonly UseAccelerate: boolean;
}

function authorizeRequest(accessKeyId = 'caller'): Request {
  const query = new URLSearchParams({
    Action: authorizeUploadAction.action,
    Version: authorizeUploadAction.version,
    Product: 'ImageSearch',
    RegionId: 'cn-shanghai',
    Format: 'JSON',
    AccessKeyId: accessKeyId,
  });
  return new Request(`${origin}?${query}`);
}

async function authorize(mock: Mock): Promise<Grant> {
  return (await (await mock.respond(authorizeRequest())).json()) as Grant;
}

/** The form as the current official client writes it: no CRLF after the file, and `file` not last. */
function uploadRequest(grant: Grant, file: Uint8Array, changes: Record<string, string> = {}): Request {
  const fields = {
    OSSAccessKeyId: grant.AccessKeyId,
    policy: grant.EncodedPolicy,
    Signature: grant.Signature,
    key: grant.ObjectKey,
    ...changes,
  };
  const boundary = 'boundary5711171067b6';
  const part = (name: string, value: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = Object.entries(fields)
    .map(([name, value]) => part(name, value))
    .join('');
  const fileHead = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${grant.ObjectKey}"\r\nContent-Type: \r\n\r\n`;
  const tail = `${part('success_action_status', '201')}\r\n--${boundary}--\r\n`;
  const body = Buffer.concat([Buffer.from(head + fileHead), file, Buffer.from(tail)]);
  return new Request(`https://${grant.Bucket}.${grant.Endpoint}/`, {
    method: 'POST',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
  });
}

const addressOf = ({ Bucket, Endpoint, ObjectKey }: Grant): string => `http://${Bucket}.${Endpoint}/${ObjectKey}`;

async function compareByAddress(
  mock: Mock,
  [primary, secondary]: readonly [string, string],
  AccessKeyId = 'caller',
): Promise<string | number> {
  const parameters = { PrimaryPicContent: primary, SecondaryPicContent: secondary, AccessKeyId };
  return outcomeOf(await mock.respond(compareRequest({ parameters })));
}

describe('the Advance flow', () => {
  test('authorise, upload, compare by address, once', async () => {
    const mock = createMock();
    const [first, second] = [await authorize(mock), await authorize(mock)];
    expect(first).toMatchObject({ Bucket: '127', Endpoint: '0.0.1:8443', UseAccelerate: false });
    const stored = await mock.respond(uploadRequest(first, pair.primary));
    expect(stored.status).toBe(201);
    expect(await stored.text()).toMatch(
      /<PostResponse><Bucket>127<\/Bucket>.*<ETag>(?:"|&quot;)[0-9A-F]{32}(?:"|&quot;)<\/ETag>/,
    );
    await mock.respond(uploadRequest(second, pair.secondary));
    expect(await compareByAddress(mock, [addressOf(first), addressOf(second)])).toBe(0.31);
    expect(await compareByAddress(mock, [addressOf(first), addressOf(second)])).toBe('PicNotExist');
  });

  test("not uploaded, another caller's, foreign", async () => {
    const mock = createMock();
    const grant = await authorize(mock);
    expect(await compareByAddress(mock, [addressOf(grant), pair.secondaryBase64])).toBe('PicNotExist');
    await mock.respond(uploadRequest(grant, pair.primary));
    expect(await compareByAddress(mock, [addressOf(grant), pair.secondaryBase64], 'stranger')).toBe('PicNotExist');
    expect(await compareByAddress(mock, ['http://169.254.169.254/latest', pair.secondaryBase64])).toBe('InvalidPicUrl');
    expect(await compareByAddress(mock, [addressOf(grant), pair.secondaryBase64])).toBe(0.31);
  });

  test('quota and scenarios of each step', async () => {
    const options: MockOptions = { instances: { demoinstance1: { maxUploads: 1 } } };
    const mock = createMock(options);
    await authorize(mock);
    expect(await outcomeOf(await mock.respond(authorizeRequest()))).toBe('InstanceOverQuota');
    mock.reset();
    mock.use({ operation: 'AuthorizeFileUpload', scenario: 'NoPermission', times: 1 });
    expect(await outcomeOf(await mock.respond(authorizeRequest()))).toBe('NoPermission');
    const grant = await authorize(mock);
    mock.use({ operation: 'PostObject', scenario: 'EntityTooLarge', times: 1 });
    const refused = await mock.respond(uploadRequest(grant, pair.primary));
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('<Code>EntityTooLarge</Code>');
  });

  test.each([
    [{ policy: 'altered' }, 403, 'SignatureDoesNotMatch'],
    [{ Signature: 'altered' }, 403, 'SignatureDoesNotMatch'],
    [{ OSSAccessKeyId: 'altered' }, 403, 'InvalidAccessKeyId'],
    [{ key: 'imagesearch/other' }, 403, 'AccessDenied'],
  ])('a form with %j is refused', async (changes, status, code) => {
    const mock = createMock();
    const response = await mock.respond(uploadRequest(await authorize(mock), pair.primary, changes));
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(`<Code>${code}</Code>`);
  });

  test('a key is valid for one upload and a limited time', async () => {
    let nowMs = 0;
    const mock = createMock({ now: () => nowMs });
    const [used, late] = [await authorize(mock), await authorize(mock)];
    await mock.respond(uploadRequest(used, pair.primary));
    expect((await mock.respond(uploadRequest(used, pair.primary))).status).toBe(403);
    nowMs += 11 * 60_000;
    expect(await (await mock.respond(uploadRequest(late, pair.primary))).text()).toContain('<Code>AccessDenied</Code>');
    expect(await compareByAddress(mock, [addressOf(used), pair.secondaryBase64])).toBe('PicNotExist');
  });
});

describe('the upload form', () => {
  const contentType = 'multipart/form-data; boundary=b';
  const parse = (text: string): ReturnType<typeof parseUploadForm> =>
    parseUploadForm(Buffer.from(text, 'latin1'), contentType);
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n';

  test('both shapes give the exact bytes', () => {
    expect(Buffer.from(parse(`${head}PICTURE--b--\r\n`)?.file ?? []).toString()).toBe('PICTURE');
    expect(Buffer.from(parse(`${head}PICTURE\r\n--b--\r\n`)?.file ?? []).toString()).toBe('PICTURE');
    expect(Buffer.from(parse(`${head}PIC\r\n\r\n--b--\r\n`)?.file ?? []).toString()).toBe('PIC\r\n');
  });

  test('a boundary inside a file does not end it', () => {
    expect(Buffer.from(parse(`${head}PIC--bTURE--b--`)?.file ?? []).toString()).toBe('PIC--bTURE');
  });

  test.each(['', 'nothing', `${head}no end`, '--b\r\nno name\r\n\r\nx--b--', `--b\r\n${'x'.repeat(9000)}`])(
    'anything but a form is refused (%#)',
    (text) => {
      expect(parse(text)).toBeUndefined();
    },
  );
});
