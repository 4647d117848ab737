import type { StepId } from '../signing/steps.ts';
import type { Localized } from '../site/locale.ts';

interface StepText {
  readonly title: string;
  readonly how: string;
}

/** Words of the pages on signatures. */
export interface SignaturePageText {
  readonly v3: { readonly title: string; readonly description: string; readonly lead: string };
  readonly v1: { readonly title: string; readonly description: string; readonly lead: string };
  readonly steps: Readonly<Record<StepId, StepText>>;
  readonly tryTitle: string;
  readonly tryLead: string;
  readonly fields: {
    readonly host: string;
    readonly accessKeyId: string;
    readonly accessKeySecret: string;
    readonly date: string;
    readonly nonce: string;
    readonly instanceName: string;
  };
  readonly now: string;
  readonly reset: string;
  readonly badDate: string;
  readonly pitfalls: string;
  readonly pitfallsV3: readonly string[];
  readonly pitfallsV1: readonly string[];
  readonly lab: string;
  readonly checks: string;
  readonly checkLines: (windowMinutes: number) => readonly string[];
}

const english: SignaturePageText = {
  v3: {
    title: 'Signature V3, step by step',
    description:
      'ACS3-HMAC-SHA256: canonical request, string to sign and signature, with a worked example you can edit.',
    lead: 'The header dialect, ACS3-HMAC-SHA256. Current clients use it. The key is the bare AccessKeySecret; nothing is derived from it.',
  },
  v1: {
    title: 'Signature V1, step by step',
    description: 'HMAC-SHA1 over all parameters: sorting, encoding twice, signing, with a worked example you can edit.',
    lead: 'The parameter dialect, HMAC-SHA1. Older clients use it. The pictures are part of the signed text, so each byte of them is encoded twice before it is hashed.',
  },
  steps: {
    body: {
      title: 'Encode the form body',
      how: 'Form-encode the operation’s parameters. Keep these exact bytes: they are hashed now and sent later.',
    },
    'body-hash': {
      title: 'Hash the body',
      how: 'SHA-256 of the bytes, lower-case hex. Without a body it is the hash of the empty string. It also goes into the header `x-acs-content-sha256`.',
    },
    'canonical-request': {
      title: 'Write the canonical request',
      how: 'Six parts joined by a line feed: method, path `/`, sorted and encoded query (empty here), the signed headers as `name:value` lines, their names joined by `;`, the body’s hash. Each header line ends in a line feed, so an empty line follows the last one.',
    },
    'string-to-sign': {
      title: 'Make the string to sign',
      how: 'V3: the algorithm’s name, a line feed, the SHA-256 of the canonical request. V1: method, `%2F`, and the sorted line encoded once more, joined by `&`.',
    },
    signature: {
      title: 'Sign it',
      how: 'V3: HMAC-SHA256 under the secret, lower-case hex. V1: HMAC-SHA1 under the secret with one `&` appended, Base64.',
    },
    authorization: {
      title: 'Send it',
      how: 'The header `Authorization` names the key, the signed headers and the signature. Commas without spaces.',
    },
    parameters: {
      title: 'Collect all parameters',
      how: 'Common parameters and the operation’s own, from query and body alike, decoded. Everything but `Signature`.',
    },
    sorted: {
      title: 'Sort and encode',
      how: 'Sort by name (character code, capitals first). Percent-encode names and values: `A–Z a–z 0–9 - _ . ~` stay, everything else becomes `%XX` in upper case. Join with `=` and `&`. Shown with line breaks.',
    },
    'request-body': {
      title: 'Send it',
      how: 'Add `Signature` to the other parameters, in the body or the query. Shown with line breaks.',
    },
  },
  tryTitle: 'Try it',
  tryLead: 'Change any value: every step below follows. It is computed in this page; nothing is sent.',
  fields: {
    host: 'Host',
    accessKeyId: 'AccessKeyId',
    accessKeySecret: 'AccessKeySecret',
    date: 'Date (UTC)',
    nonce: 'Nonce',
    instanceName: 'InstanceName',
  },
  now: 'Now',
  reset: 'Reset',
  badDate: 'Write the date as 2026-01-09T08:00:00Z.',
  pitfalls: 'What goes wrong most',
  pitfallsV3: [
    'A proxy rewrites `Host`. Sign the host as it arrives, port included.',
    'An HTTP library appends `; charset=utf-8` to the content type after signing.',
    'The body is encoded again after it was hashed.',
    'The empty line after the headers is missing.',
    'A retry re-uses date and nonce: sign every attempt anew.',
  ],
  pitfallsV1: [
    'The form encoder writes a space as `+`; the signature wants `%20`.',
    'The secret is used without the trailing `&`.',
    'The parameters of the body are left out.',
    'A `+` in the Base64 of a picture or of the signature is sent unescaped and arrives as a space.',
    'Encoded once where the string to sign wants it twice.',
  ],
  lab: 'Paste a failing request into the signature lab',
  checks: 'What the server checks, in this order',
  checkLines: (windowMinutes) => [
    'The signature is complete and covers what it must: `IncompleteSignature`, or `Missing…` in V1.',
    'The key exists and is enabled: `InvalidAccessKeyId.NotFound`, `InvalidAccessKeyId.Inactive`.',
    `The date is well formed and at most ${windowMinutes} minutes off: \`InvalidTimeStamp.Format\`, \`InvalidTimeStamp.Expired\`.`,
    'The signature matches: `SignatureDoesNotMatch`.',
    'The nonce is new: `SignatureNonceUsed`.',
  ],
};

const chinese: SignaturePageText = {
  v3: {
    title: 'V3 签名步骤',
    description: 'ACS3-HMAC-SHA256：规范化请求、待签名字符串与签名，附可编辑的完整示例。',
    lead: '请求头签名方式 ACS3-HMAC-SHA256，现行客户端使用。密钥就是 AccessKeySecret 本身，不做任何派生。',
  },
  v1: {
    title: 'V1 签名步骤',
    description: '对全部参数做 HMAC-SHA1：排序、两次编码、签名，附可编辑的完整示例。',
    lead: '参数签名方式 HMAC-SHA1，旧客户端使用。图片也是被签名的内容，每个字节在计算哈希前都要编码两次。',
  },
  steps: {
    body: { title: '编码表单请求体', how: '对操作参数做表单编码。请保留这些字节：现在用于计算哈希，随后原样发送。' },
    'body-hash': {
      title: '计算请求体哈希',
      how: '对字节计算 SHA-256，小写十六进制；没有请求体时为空字符串的哈希。该值也放入请求头 `x-acs-content-sha256`。',
    },
    'canonical-request': {
      title: '拼接规范化请求',
      how: '六个部分以换行符连接：方法、路径 `/`、排序并编码的查询串（此处为空）、逐行写作 `name:value` 的签名头、以 `;` 连接的签名头名称、请求体哈希。每个请求头行都以换行符结尾，因此最后一行之后有一个空行。',
    },
    'string-to-sign': {
      title: '构造待签名字符串',
      how: 'V3：算法名、换行符、规范化请求的 SHA-256。V1：方法、`%2F` 与再次编码的排序结果，以 `&` 连接。',
    },
    signature: {
      title: '计算签名',
      how: 'V3：以密钥计算 HMAC-SHA256，小写十六进制。V1：在密钥末尾加一个 `&` 后计算 HMAC-SHA1，Base64 编码。',
    },
    authorization: { title: '发送', how: '请求头 `Authorization` 写明密钥 ID、签名头名称和签名，逗号后没有空格。' },
    parameters: {
      title: '收集全部参数',
      how: '公共参数与操作参数，查询串与请求体中的都算，先解码。`Signature` 除外。',
    },
    sorted: {
      title: '排序并编码',
      how: '按名称排序（字符编码，大写在前）。名称和值做百分号编码：`A–Z a–z 0–9 - _ . ~` 保持不变，其余写作大写的 `%XX`。以 `=` 和 `&` 连接。此处为便于阅读而换行。',
    },
    'request-body': { title: '发送', how: '把 `Signature` 与其他参数一起放在请求体或查询串中。此处为便于阅读而换行。' },
  },
  tryTitle: '试一试',
  tryLead: '修改任意值，下面每一步都会随之更新。全部在本页计算，不会发送任何内容。',
  fields: {
    host: 'Host',
    accessKeyId: 'AccessKeyId',
    accessKeySecret: 'AccessKeySecret',
    date: '时间（UTC）',
    nonce: '随机数',
    instanceName: 'InstanceName',
  },
  now: '当前时间',
  reset: '还原',
  badDate: '时间请写作 2026-01-09T08:00:00Z。',
  pitfalls: '最常见的错误',
  pitfallsV3: [
    '代理改写了 `Host`。请按到达服务端时的 Host（含端口）签名。',
    '签名之后，HTTP 库给内容类型追加了 `; charset=utf-8`。',
    '计算哈希之后，请求体又被编码了一次。',
    '请求头之后缺少空行。',
    '重试时沿用了原来的时间和随机数：每次发送都要重新签名。',
  ],
  pitfallsV1: [
    '表单编码把空格写作 `+`，而签名需要 `%20`。',
    '密钥末尾缺少 `&`。',
    '遗漏了请求体中的参数。',
    '图片或签名的 Base64 中的 `+` 未转义，到达时变成空格。',
    '待签名字符串需要编码两次，却只编码了一次。',
  ],
  lab: '把失败的请求粘贴到签名实验室',
  checks: '服务端的检查顺序',
  checkLines: (windowMinutes) => [
    '签名完整，且覆盖了必须签名的内容：`IncompleteSignature`，V1 为 `Missing…`。',
    '密钥存在且已启用：`InvalidAccessKeyId.NotFound`、`InvalidAccessKeyId.Inactive`。',
    `时间格式正确，且相差不超过 ${windowMinutes} 分钟：\`InvalidTimeStamp.Format\`、\`InvalidTimeStamp.Expired\`。`,
    '签名一致：`SignatureDoesNotMatch`。',
    '随机数未使用过：`SignatureNonceUsed`。',
  ],
};

/** Words of both signature pages. */
export const signaturePageText: Localized<SignaturePageText> = { en: english, zh: chinese };
