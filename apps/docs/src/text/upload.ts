import type { Localized } from '../site/locale.ts';

interface UploadText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly flow: string;
  readonly steps: readonly string[];
  readonly authorize: string;
  readonly authorizeLead: string;
  readonly form: string;
  readonly formLead: string;
  readonly answer: string;
  readonly answerLead: string;
  readonly use: string;
  readonly useLines: readonly string[];
  readonly codes: string;
}

const english: UploadText = {
  title: 'Uploading pictures',
  description: 'The Advance flow of the official SDKs: authorise, post the file, compare by address.',
  lead: 'The official SDKs can take streams instead of Base64 (the “Advance” calls). They upload each picture first and then compare by address. The engine and the mock speak the whole flow.',
  flow: 'The flow',
  steps: [
    'For each picture, a signed `GET /` asks for permission: action `AuthorizeFileUpload`, version `2019-12-19`.',
    'The file is posted as a form to `https://{Bucket}.{Endpoint}/`.',
    'One ordinary `CompareSimilarByImage` follows, with `http://{Bucket}.{Endpoint}/{ObjectKey}` in the place of each picture’s Base64.',
  ],
  authorize: 'Answer to AuthorizeFileUpload',
  authorizeLead: 'JSON. Everything is opaque to the caller and goes back with the form.',
  form: 'The form',
  formLead: '`multipart/form-data`, one file.',
  answer: 'Answer to the form',
  answerLead: 'HTTP 201, XML.',
  use: 'What an address may be',
  useLines: [
    'Only addresses this very server issued, to the same caller, not yet expired. Everything else is `InvalidPicUrl`; an issued one that was never uploaded is `PicNotExist`.',
    'No other URL is ever fetched.',
    'The file is checked when it is compared, with the same codes as a picture sent inline.',
  ],
  codes: 'Codes of the upload form',
};

const chinese: UploadText = {
  title: '上传图片',
  description: '官方 SDK 的 Advance 流程：授权、提交文件、以地址比对。',
  lead: '官方 SDK 可以用流代替 Base64（“Advance”调用）：先逐张上传图片，再以地址比对。引擎与模拟服务支持完整流程。',
  flow: '流程',
  steps: [
    '每张图片先以签名的 `GET /` 申请授权：操作 `AuthorizeFileUpload`，版本 `2019-12-19`。',
    '以表单把文件提交到 `https://{Bucket}.{Endpoint}/`。',
    '随后是一次普通的 `CompareSimilarByImage`，以 `http://{Bucket}.{Endpoint}/{ObjectKey}` 代替每张图片的 Base64。',
  ],
  authorize: 'AuthorizeFileUpload 的应答',
  authorizeLead: 'JSON。各字段对调用方不透明，随表单原样送回。',
  form: '表单',
  formLead: '`multipart/form-data`，一个文件。',
  answer: '表单的应答',
  answerLead: 'HTTP 201,XML。',
  use: '可用的地址',
  useLines: [
    '只能是本服务签发给同一调用方且未过期的地址。其他一律为 `InvalidPicUrl`；已签发但未上传的为 `PicNotExist`。',
    '绝不访问其他 URL。',
    '文件在比对时检查，错误码与直接携带图片时相同。',
  ],
  codes: '上传表单的错误码',
};

/** Words of the page on uploads. */
export const uploadText: Localized<UploadText> = { en: english, zh: chinese };
