import type { SignV1Input } from '@semblance/signing';

/** A request whose signature is known from outside this repository. */
export interface VectorV1 {
  readonly name: string;
  /** Who computed it. */
  readonly source: string;
  readonly input: SignV1Input;
  readonly stringToSign?: string;
  readonly signature: string;
}

const popCore = '@alicloud/pop-core 1.8.0, clock and nonce fixed';

const common: SignV1Input = {
  method: 'POST',
  action: 'CompareSimilarByImage',
  version: '2020-12-14',
  format: 'JSON',
  parameters: [
    ['InstanceName', 'demoinstance1'],
    ['PrimaryPicContent', 'iVBORw0KGgo+/w=='],
    ['SecondaryPicContent', '/9j/4AAQSkZJRg=='],
  ],
  key: { accessKeyId: 'testAccessKeyId', accessKeySecret: 'testAccessKeySecret' },
  date: new Date('2026-01-09T08:00:00Z'),
  nonce: '3156853299f313e23d1673dc12e1703d',
};

const stringToSign =
  'POST&%2F&AccessKeyId%3DtestAccessKeyId%26Action%3DCompareSimilarByImage%26Format%3DJSON%26InstanceName%3Ddemoinstance1' +
  '%26PrimaryPicContent%3DiVBORw0KGgo%252B%252Fw%253D%253D%26SecondaryPicContent%3D%252F9j%252F4AAQSkZJRg%253D%253D' +
  '%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D3156853299f313e23d1673dc12e1703d%26SignatureVersion%3D1.0' +
  '%26Timestamp%3D2026-01-09T08%253A00%253A00Z%26Version%3D2020-12-14';

/** The V1 vectors. The expected values are literals; none was computed by this package. */
export const vectorsV1: readonly VectorV1[] = [
  {
    name: 'POST, permanent key',
    source: popCore,
    input: common,
    stringToSign: stringToSign,
    signature: '1rTHd1QLqcVlTrwJzHmgYe1Bqtc=',
  },
  {
    name: 'POST, temporary key',
    source: popCore,
    input: { ...common, key: { ...common.key, securityToken: 'testSecurityToken' } },
    signature: 'tkXAt8x7r3H1fmveUDwEZF60K34=',
  },
  {
    name: 'GET, permanent key',
    source: popCore,
    input: { ...common, method: 'GET' },
    stringToSign: stringToSign.replace('POST', 'GET'),
    signature: 'N5Y+vni2gB/TVDaq3gstYSokvho=',
  },
  {
    name: 'POST, Format in small letters',
    source: '@alicloud/openapi-core 1.0.8 with signatureAlgorithm "v2", clock and nonce fixed',
    input: { ...common, format: 'json' },
    stringToSign: stringToSign.replace('Format%3DJSON', 'Format%3Djson'),
    signature: '+c3TdcNEv12pjtfLYNckLoWzDJQ=',
  },
  {
    name: 'GET DescribeRegions',
    source: 'published by Alibaba Cloud: https://help.aliyun.com/document_detail/25490.htm',
    input: {
      method: 'GET',
      action: 'DescribeRegions',
      version: '2014-05-26',
      format: 'XML',
      parameters: [],
      key: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
      date: new Date('2016-02-23T12:46:24Z'),
      nonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
    },
    signature: 'OLeaidS1JvxuMvnyHOwuJ+uX5qY=',
  },
];
