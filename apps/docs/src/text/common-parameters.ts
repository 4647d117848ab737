import type { Localized } from '../site/locale.ts';

interface CommonParametersText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly v3: string;
  readonly v3Lead: string;
  readonly v1: string;
  readonly v1Lead: string;
}

const english: CommonParametersText = {
  title: 'Common parameters',
  description: 'The parameters every request carries, in both signature dialects.',
  lead: 'Every request names the action, says when it was made and proves who made it. There are two dialects; current clients speak V3.',
  v3: 'V3: headers',
  v3Lead: 'Signed with HMAC-SHA256. All of these are request headers.',
  v1: 'V1: parameters',
  v1Lead:
    'Signed with HMAC-SHA1. The documentation of the cloud calls it V2; its own parameter says `SignatureVersion=1.0`. In the query or in the form body.',
};

const chinese: CommonParametersText = {
  title: '公共参数',
  description: '每个请求都要携带的参数，含两种签名方式。',
  lead: '每个请求都要说明操作名、发送时间，并证明发送者身份。有两种签名方式，现行客户端使用 V3。',
  v3: 'V3：请求头',
  v3Lead: '使用 HMAC-SHA256 签名，全部为请求头。',
  v1: 'V1：参数',
  v1Lead: '使用 HMAC-SHA1 签名。云文档称之为 V2，而参数本身写作 `SignatureVersion=1.0`。放在查询字符串或表单请求体中。',
};

/** Words of the page on common parameters. */
export const commonParametersText: Localized<CommonParametersText> = { en: english, zh: chinese };
