import { limitTexts } from '@semblance/spec/limit-texts';
import type { Localized } from '../site/locale.ts';

interface ReferenceText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly required: string;
  readonly optional: string;
  readonly maxLength: (characters: number) => string;
  readonly range: (smallest: number, largest: number) => string;
  readonly oneOf: (values: readonly string[]) => string;
  readonly example: (value: string) => string;
  readonly endpointLead: string;
  readonly parameters: string;
  readonly parametersLead: string;
  readonly routing: string;
  readonly pictures: string;
  readonly picturesLead: string;
  readonly pictureSize: (bytes: string) => string;
  readonly pictureFormats: (formats: string) => string;
  readonly pictureTransfer: (seconds: number) => string;
  readonly pictureOrientation: string;
  readonly serviceType: string;
  readonly sides: string;
  readonly comparable: string;
  readonly comparableYes: string;
  readonly comparableNo: string;
  readonly success: string;
  readonly successLead: string;
  readonly failure: string;
  readonly failureLead: string;
  readonly accessDenied: string;
  readonly accessDeniedLead: string;
  readonly code: string;
  readonly codesLead: string;
  readonly toAtlas: string;
  readonly operationCodes: string;
  readonly gatewayCodes: string;
  readonly meaningColumn: string;
  readonly retryColumn: string;
  readonly tryIt: string;
  readonly samples: string;
  readonly samplesLead: string;
  readonly formats: string;
  readonly formatRules: readonly string[];
  readonly headers: string;
  readonly request: string;
  readonly between: (smallest: number, largest: number) => string;
}

const english: ReferenceText = {
  title: 'CompareSimilarByImage',
  description: 'Two pictures in, one similarity score out: parameters with limits, both response formats, every field.',
  lead: 'Takes two pictures and answers how similar they are, from 0 (nothing in common) to 1 (the same pixels).',
  required: 'required',
  optional: 'optional',
  maxLength: (characters) => `At most ${characters} characters.`,
  range: (smallest, largest) => `From ${smallest} to ${largest}.`,
  oneOf: (values) => `One of ${values.join(', ')}.`,
  example: (value) => `Example: ${value}`,
  endpointLead:
    'Every request goes to the path `/`. The action is named by a header (V3 signature) or a parameter (V1 signature). Put the pictures in the form body: in a URL they hit the header limits of every proxy on the way.',
  parameters: 'Parameters',
  parametersLead: 'In the form body or in the query; if a name occurs in both, the body wins.',
  routing: 'Choosing action and format',
  pictures: 'What a picture may be',
  picturesLead: 'All limits are read from the file’s header, before anything is decoded.',
  pictureSize: (bytes) => `At most ${bytes} bytes (${limitTexts.pictureMaxSize.en}) per file, before Base64.`,
  pictureFormats: (formats) => `${formats}. The bytes decide, not the file’s name.`,
  pictureTransfer: (seconds) => `The whole request arrives within ${seconds} seconds.`,
  pictureOrientation: 'No rotation flag in the metadata: rotate the pixels, then drop the flag.',
  serviceType: 'Service type of the instance',
  sides: 'Width and height, pixels',
  comparable: 'Comparable out of the box',
  comparableYes: 'yes',
  comparableNo: 'needs a model',
  success: 'When it succeeds',
  successLead: 'HTTP 200. `Score` is a number, `Success` a boolean, `Code` the number 0.',
  failure: 'When it fails',
  failureLead: 'HTTP 4xx or 5xx with another envelope: `Code` is now a string, and the message is called `Message`.',
  accessDenied: 'AccessDeniedDetail',
  accessDeniedLead: 'Says who was refused, by which kind of policy, and why. Comes with `NoPermission`.',
  code: 'Codes',
  codesLead: 'Each code has a page: what to do now, why, a request that reproduces it, the answer in both formats.',
  toAtlas: 'Find one by what you got.',
  operationCodes: 'Codes of the action',
  gatewayCodes: 'Codes of the gateway: parameters, signatures, keys, transport',
  meaningColumn: 'Meaning',
  retryColumn: 'Retry',
  tryIt: 'Try it',
  samples: 'The request in your language',
  samplesLead:
    'For an engine started with `npm start -- --port 8080 --allow-anonymous`. The official SDKs always sign; without keys of its own such an engine takes any. For the cloud change the endpoint and set `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET`.',
  formats: 'JSON or XML?',
  formatRules: [
    'A `Format` parameter decides: `JSON` or `XML`, in any letter case. Anything else is `InvalidParameter.Format`.',
    'Without it, `Accept` decides: what it names of the two, and of both what it prefers by `q`.',
    'Without both, a V1-signed request gets XML and every other one JSON.',
  ],
  headers:
    'Every answer carries `x-acs-request-id`, the same as `RequestId` in the body. Quote it when you ask for help.',
  request: 'A complete request',
  between: (smallest, largest) => `${smallest} to ${largest}`,
};

const chinese: ReferenceText = {
  title: 'CompareSimilarByImage',
  description: '输入两张图片，返回相似度：参数与限制、两种返回格式、全部字段。',
  lead: '传入两张图片，返回它们的相似度：0 表示毫无共同之处，1 表示像素完全相同。',
  required: '必填',
  optional: '可选',
  maxLength: (characters) => `最多 ${characters} 个字符。`,
  range: (smallest, largest) => `取值范围 ${smallest} 到 ${largest}。`,
  oneOf: (values) => `可选值：${values.join('、')}。`,
  example: (value) => `示例：${value}`,
  endpointLead:
    '所有请求都发往路径 `/`。操作名由请求头（V3 签名）或参数（V1 签名）给出。图片请放在表单请求体中：放在 URL 里会触及沿途代理的请求头长度限制。',
  parameters: '请求参数',
  parametersLead: '可放在表单请求体或查询字符串中；同名参数同时出现时，以请求体为准。',
  routing: '选择操作与返回格式',
  pictures: '图片要求',
  picturesLead: '所有限制都在解码之前，由文件头判断。',
  pictureSize: (bytes) => `每个文件最大 ${bytes} 字节（${limitTexts.pictureMaxSize.zh}），按 Base64 编码前计算。`,
  pictureFormats: (formats) => `${formats}。以文件内容为准，与文件名无关。`,
  pictureTransfer: (seconds) => `整个请求须在 ${seconds} 秒内传完。`,
  pictureOrientation: '元数据中不得带旋转标记：请先旋转像素，再去掉标记。',
  serviceType: '实例的服务类型',
  sides: '宽和高（像素）',
  comparable: '开箱即可比对',
  comparableYes: '是',
  comparableNo: '需要配置模型',
  success: '成功时',
  successLead: 'HTTP 200。`Score` 为数字，`Success` 为布尔值，`Code` 为数字 0。',
  failure: '失败时',
  failureLead: 'HTTP 4xx 或 5xx，应答结构不同：`Code` 变为字符串，错误信息字段名为 `Message`。',
  accessDenied: 'AccessDeniedDetail',
  accessDeniedLead: '说明谁被拒绝、由哪类策略拒绝以及原因，随 `NoPermission` 返回。',
  code: '错误码',
  codesLead: '每个错误码都有自己的页面：现在该做什么、原因、可复现的请求、两种格式的应答。',
  toAtlas: '按收到的内容查找。',
  operationCodes: '操作的错误码',
  gatewayCodes: '网关的错误码：参数、签名、密钥、传输',
  meaningColumn: '含义',
  retryColumn: '重试',
  tryIt: '试一试',
  samples: '各语言的请求',
  samplesLead:
    '用于以 `npm start -- --port 8080 --allow-anonymous` 启动的引擎。官方 SDK 总会签名；这样的引擎若未配置密钥，则接受任意密钥。用于云端时，请修改接入地址，并设置 `ALIBABA_CLOUD_ACCESS_KEY_ID` 与 `ALIBABA_CLOUD_ACCESS_KEY_SECRET`。',
  formats: '返回 JSON 还是 XML?',
  formatRules: [
    '由 `Format` 参数决定：`JSON` 或 `XML`，不区分大小写；其他取值返回 `InvalidParameter.Format`。',
    '未传时由 `Accept` 决定：取其中写明的格式；两种都写时，取 `q` 值较高者。',
    '两者都没有时，V1 签名的请求返回 XML，其余请求返回 JSON。',
  ],
  headers: '每个应答都带有 `x-acs-request-id`，与正文中的 `RequestId` 相同。求助时请提供它。',
  request: '完整的请求',
  between: (smallest, largest) => `${smallest} 至 ${largest}`,
};

/** Words of the reference. */
export const referenceText: Localized<ReferenceText> = { en: english, zh: chinese };
