import type { Localized } from '../site/locale.ts';

interface ErrorPageText {
  readonly fix: string;
  readonly why: string;
  readonly retry: string;
  readonly answer: string;
  readonly reproduce: string;
  readonly handle: string;
  readonly handleLead: string;
  readonly related: string;
  readonly atlas: string;
  readonly family: string;
  readonly cause: string;
  readonly picture: string;
  readonly reach: string;
  readonly needsPart: (part: string) => string;
  readonly fromEngine: (start: string) => string;
  readonly fromMock: (start: string) => string;
  readonly xmlOnly: string;
  readonly toConsole: string;
  readonly toLab: string;
  readonly colon: string;
  readonly stop: string;
}

const english: ErrorPageText = {
  fix: 'What to do now',
  why: 'Why',
  retry: 'Whether to retry',
  answer: 'The answer',
  reproduce: 'Reproduce it',
  handle: 'Handle it in code',
  handleLead: 'The client’s error narrows by `code`, so the compiler knows every name.',
  related: 'Codes with the same cause',
  atlas: 'All error codes',
  family: 'Answered by',
  cause: 'Cause',
  picture: 'Picture',
  reach: 'On an engine of your own',
  needsPart: (part) => `Only with the optional part: ${part}`,
  fromEngine: (start) => `Start an engine with \`${start}\`; then, in the folder of this repository:`,
  fromMock: (start) => `Start the mock with \`${start}\`. It answers the code that the instance is named after:`,
  xmlOnly: 'The upload form answers in XML only.',
  toConsole: 'Check your picture in the console: it says what is wrong and mends what can be mended.',
  toLab: 'Paste the request into the signature lab: it finds the first byte that differs.',
  colon: ': ',
  stop: '.',
};

const chinese: ErrorPageText = {
  fix: '现在该做什么',
  why: '原因',
  retry: '是否重试',
  answer: '应答内容',
  reproduce: '复现',
  handle: '在代码中处理',
  handleLead: '客户端的错误按 `code` 收窄类型，编译器认识每一个错误码。',
  related: '原因相同的错误码',
  atlas: '全部错误码',
  family: '由谁返回',
  cause: '原因类别',
  picture: '涉及图片',
  reach: '在自建引擎上',
  needsPart: (part) => `仅在启用可选部件后：${part}`,
  fromEngine: (start) => `用 \`${start}\` 启动引擎，然后在本仓库的目录中运行：`,
  fromMock: (start) => `用 \`${start}\` 启动模拟服务。实例以错误码命名，即返回该错误码：`,
  xmlOnly: '上传表单只返回 XML。',
  toConsole: '在控制台中检查图片：会指出问题，并修正可以修正的部分。',
  toLab: '把请求粘贴到签名实验室，找出第一个不同的字节。',
  colon: '：',
  stop: '。',
};

/** Words of the page of one code. */
export const errorPageText: Localized<ErrorPageText> = { en: english, zh: chinese };
