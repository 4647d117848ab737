import type { SignV3Input } from '@semblance/signing';

/** A request whose signature is known from outside this repository. */
export interface VectorV3 {
  readonly name: string;
  /** Who computed it. */
  readonly source: string;
  readonly input: SignV3Input;
  readonly canonicalRequest?: string;
  readonly canonicalRequestHash: string;
  readonly signature: string;
}

const body =
  'InstanceName=demoinstance1&PrimaryPicContent=iVBORw0KGgo%2B%2Fw%3D%3D&SecondaryPicContent=%2F9j%2F4AAQSkZJRg%3D%3D';

const common = {
  method: 'POST',
  host: 'imagesearch.cn-shanghai.aliyuncs.com',
  action: 'CompareSimilarByImage',
  version: '2020-12-14',
  contentType: 'application/x-www-form-urlencoded',
  extraHeaders: { 'x-acs-credentials-provider': 'static_ak' },
  body: new TextEncoder().encode(body),
  key: { accessKeyId: 'testAccessKeyId', accessKeySecret: 'testAccessKeySecret' },
  date: new Date('2026-01-09T08:00:00Z'),
  nonce: '3156853299f313e23d1673dc12e1703d',
} as const;

const officialClient = '@alicloud/imagesearch20201214 4.4.0 (@alicloud/openapi-core 1.0.8), clock and nonce fixed';

/** The V3 vectors. The expected values are literals; none was computed by this package. */
export const vectorsV3: readonly VectorV3[] = [
  {
    name: 'POST with a permanent key',
    source: officialClient,
    input: common,
    canonicalRequest: [
      'POST',
      '/',
      '',
      'content-type:application/x-www-form-urlencoded',
      'host:imagesearch.cn-shanghai.aliyuncs.com',
      'x-acs-action:CompareSimilarByImage',
      'x-acs-content-sha256:3608f75a8ef4586e3989dc8852d2916bc0722ec4245909f07cb6edbf2682fda6',
      'x-acs-credentials-provider:static_ak',
      'x-acs-date:2026-01-09T08:00:00Z',
      'x-acs-signature-nonce:3156853299f313e23d1673dc12e1703d',
      'x-acs-version:2020-12-14',
      '',
      'content-type;host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version',
      '3608f75a8ef4586e3989dc8852d2916bc0722ec4245909f07cb6edbf2682fda6',
    ].join('\n'),
    canonicalRequestHash: '0241b67e26093ffb2156a4817acbaf9a8ed763e9a1d240778109ad03905da96c',
    signature: 'fdde688730bdc6e40b95a18ece6e361f8fa61fbaa38b8b79f070199b71c9dae0',
  },
  {
    name: 'POST with a temporary key',
    source: officialClient,
    input: {
      ...common,
      key: { ...common.key, securityToken: 'testSecurityToken' },
      extraHeaders: { 'x-acs-credentials-provider': 'static_sts' },
    },
    canonicalRequestHash: '55af4a7e71c7f3ebacf0d0f80ca812da18555aff17c33321ce49a0886bb9223d',
    signature: 'e5113e55cd2a685140b5056947fe30c6ce84c38b554bdb4df1eede2c07b7c3fd',
  },
  {
    name: 'POST with an awkward query',
    source: officialClient,
    input: {
      ...common,
      query: [
        ['Note', "a b*c~d'(e)!+/=中"],
        ['Format', 'JSON'],
      ],
    },
    canonicalRequestHash: 'c6915673de009f81ab0a7194a2c9ab7ef0bf1ed4173c4787e9792f23daf4b301',
    signature: 'd726b7756302a954416e7b75c2dbedddde9eab745d93d822879143bf009ce811',
  },
  {
    name: 'GET AuthorizeFileUpload',
    source: officialClient,
    input: {
      method: 'GET',
      host: 'openplatform.aliyuncs.com',
      action: 'AuthorizeFileUpload',
      version: '2019-12-19',
      query: [
        ['Product', 'ImageSearch'],
        ['RegionId', 'cn-shanghai'],
      ],
      extraHeaders: common.extraHeaders,
      key: common.key,
      date: common.date,
      nonce: common.nonce,
    },
    canonicalRequestHash: '0be607f658c1094d38b4fb4f9869d9afc2e835e00b7b0b60a39044c3391dc829',
    signature: 'fdcef1d87ae3bc7947fa2b7131aa6420dcb26d98e7b174547928b91e1f55d09c',
  },
  {
    name: 'POST RunInstances',
    source: 'published by Alibaba Cloud: https://help.aliyun.com/document_detail/2593177.html',
    input: {
      method: 'POST',
      host: 'ecs.cn-shanghai.aliyuncs.com',
      action: 'RunInstances',
      version: '2014-05-26',
      query: [
        ['ImageId', 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd'],
        ['RegionId', 'cn-shanghai'],
      ],
      key: { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' },
      date: new Date('2023-10-26T10:22:32Z'),
      nonce: '3156853299f313e23d1673dc12e1703d',
    },
    canonicalRequestHash: '7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
    signature: '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  },
];

/** The awkward query as the official client sends it, with `*`, `!`, `'`, `(`, `)` and `~` unencoded. */
export const awkwardQueryTarget = "/?Format=JSON&Note=a%20b*c~d'(e)!%2B%2F%3D%E4%B8%AD";
