import type { CompareSimilarByImageResult, FailureEnvelope } from '@semblance/spec/types';
import { expect, test } from 'vitest';
import { applicationXmlAnswer, jsonAnswer, xmlAnswer } from './answer-format.ts';
import { renderFailure, renderPostResponse, renderSuccess, renderUploadAuthorization } from './render.ts';

const success: CompareSimilarByImageResult = {
  Score: 0.85,
  Success: true,
  RequestId: 'B3137727-7D6E-488C-BA21-0E034C38A879',
  Msg: 'success',
  Code: 0,
};
const failure: FailureEnvelope = {
  RequestId: '540CFF28-407A-40B5-B6A5-74B0D6C8E1F2',
  HostId: 'imagesearch.cn-shanghai.aliyuncs.com',
  Code: 'UnsupportedPicPixels',
  Message: 'The specified pixels is not supported.',
};
const prologue = '<?xml version="1.0" encoding="UTF-8"?>\n';

test('a success in JSON is the documented text', () => {
  expect(renderSuccess(success, jsonAnswer)).toEqual({
    contentType: 'application/json;charset=utf-8',
    body: '{"Score":0.85,"Success":true,"RequestId":"B3137727-7D6E-488C-BA21-0E034C38A879","Msg":"success","Code":0}',
  });
});

test('a success in XML is the documented text', () => {
  expect(renderSuccess(success, xmlAnswer)).toEqual({
    contentType: 'text/xml;charset=utf-8',
    body: `${prologue}<CompareSimilarByImageResponse><Score>0.85</Score><Success>true</Success><RequestId>B3137727-7D6E-488C-BA21-0E034C38A879</RequestId><Msg>success</Msg><Code>0</Code></CompareSimilarByImageResponse>`,
  });
});

test('a failure in XML is the documented text', () => {
  expect(renderFailure(failure, xmlAnswer).body).toBe(
    `${prologue}<Error><RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId><HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId><Code>UnsupportedPicPixels</Code><Message>The specified pixels is not supported.</Message></Error>`,
  );
});

test('0, 1 and tiny scores are written as numbers', () => {
  for (const [score, text] of [
    [0, '0'],
    [1, '1'],
    [1e-9, '1e-9'],
  ] as const) {
    expect(renderSuccess({ ...success, Score: score }, jsonAnswer).body).toContain(`"Score":${text},`);
    expect(renderSuccess({ ...success, Score: score }, xmlAnswer).body).toContain(`<Score>${text}</Score>`);
  }
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -0.01, 1.01])('a score of %s is a bug', (Score) => {
  expect(() => renderSuccess({ ...success, Score }, jsonAnswer)).toThrow(RangeError);
});

test('the details of a refusal are nested, unknown properties are left out', () => {
  const refusal = {
    ...failure,
    AccessDeniedDetail: { PolicyType: 'p', AuthAction: 'a', secret: 's' },
    stack: 'private',
  };
  expect(JSON.parse(renderFailure(refusal, jsonAnswer).body)).toEqual({
    ...failure,
    AccessDeniedDetail: { AuthAction: 'a', PolicyType: 'p' },
  });
  expect(renderFailure(refusal, xmlAnswer).body).toContain(
    '<AccessDeniedDetail><AuthAction>a</AuthAction><PolicyType>p</PolicyType></AccessDeniedDetail></Error>',
  );
});

test('markup is escaped and characters that XML forbids are replaced', () => {
  const body = renderFailure({ ...failure, Message: '<a>&"\'\u0000\u001b\ufffe\ud800 中😀\r\nend' }, xmlAnswer).body;
  expect(body).toContain('<Message>&lt;a&gt;&amp;&quot;&apos;\ufffd\ufffd\ufffd\ufffd 中😀\nend</Message>');
});

test('upload answers', () => {
  const authorization = {
    RequestId: 'R',
    AccessKeyId: 'A',
    Bucket: '127',
    Endpoint: '0.0.1:8443',
    EncodedPolicy: 'P',
    Signature: 'S',
    ObjectKey: 'K',
    UseAccelerate: false,
  };
  expect(JSON.parse(renderUploadAuthorization(authorization, jsonAnswer).body)).toEqual(authorization);
  expect(renderUploadAuthorization(authorization, xmlAnswer).body).toMatch(
    /<AuthorizeFileUploadResponse>.*<UseAccelerate>false</,
  );
  const posted = renderPostResponse({ Bucket: '127', Location: 'http://127.0.0.1/k', Key: 'k', ETag: '"AB"' });
  expect(posted).toEqual({
    contentType: applicationXmlAnswer.contentType,
    body: `${prologue}<PostResponse><Bucket>127</Bucket><Location>http://127.0.0.1/k</Location><Key>k</Key><ETag>&quot;AB&quot;</ETag></PostResponse>`,
  });
});
