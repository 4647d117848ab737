import type { Localized } from '../site/locale.ts';

interface ErrorPageText {
  readonly wireMessage: string;
  readonly pageDescription: string;
  readonly meaning: string;
  readonly trigger: string;
  readonly fix: string;
  readonly retry: string;
  readonly answer: string;
  readonly reproduce: string;
  readonly handle: string;
  readonly related: string;
  readonly httpStatus: string;
  readonly family: string;
  readonly cause: string;
  readonly picture: string;
  readonly reach: string;
  readonly needsPart: (part: string) => string;
  readonly mockLead: string;
  readonly fixtureLead: (only: 'mock' | 'engine' | undefined) => string;
  readonly moreFixtures: string;
  readonly xmlOnly: string;
  readonly atlas: string;
  readonly handleLead: string;
}

const english: ErrorPageText = {
  wireMessage: 'Message on the wire',
  pageDescription: "The action page's own description, in Chinese",
  meaning: 'What it means',
  trigger: 'When the engine answers it',
  fix: 'How to fix it',
  retry: 'Whether to retry',
  answer: 'The answer',
  reproduce: 'How to reproduce it',
  handle: 'Handle it in code',
  related: 'Codes with the same cause',
  httpStatus: 'HTTP status',
  family: 'Family',
  cause: 'Cause',
  picture: 'Speaks of',
  reach: 'Reach',
  needsPart: (part) => `Needs the optional part: ${part}.`,
  fixtureLead: (only) =>
    `The smallest request that earns this code, as an executable case; it runs against ${only === undefined ? 'mock and engine' : `the ${only} only`}. Placeholders such as {{picture small}} are filled in when it runs.`,
  moreFixtures: 'More cases:',
  mockLead:
    'Or start the mock server and name the instance after the code. The mock answers without looking at the pictures.',
  xmlOnly: 'The upload form answers in XML only.',
  atlas: 'All error codes',
  handleLead: 'The client’s error narrows by `code`, so the compiler knows every name.',
};

const chinese: ErrorPageText = {
  wireMessage: '应答中的错误信息',
  pageDescription: '官方页面的描述',
  meaning: '含义',
  trigger: '引擎何时返回',
  fix: '如何解决',
  retry: '是否重试',
  answer: '应答内容',
  reproduce: '如何复现',
  handle: '在代码中处理',
  related: '原因相同的错误码',
  httpStatus: 'HTTP 状态码',
  family: '类别',
  cause: '原因',
  picture: '涉及图片',
  reach: '触发方式',
  needsPart: (part) => `需要可选部件：${part}。`,
  fixtureLead: (only) =>
    `得到该错误码的最小请求，是可执行的用例，${only === undefined ? '同时针对模拟服务与引擎' : only === 'mock' ? '仅针对模拟服务' : '仅针对引擎'}运行。{{picture small}} 等占位符在运行时填入。`,
  moreFixtures: '更多用例：',
  mockLead: '或者启动模拟服务，并以错误码命名实例。模拟服务不检查图片，直接返回该错误。',
  xmlOnly: '上传表单只返回 XML。',
  atlas: '全部错误码',
  handleLead: '客户端的错误按 `code` 收窄类型，编译器认识每一个错误码。',
};

/** Words of the page of one code. */
export const errorPageText: Localized<ErrorPageText> = { en: english, zh: chinese };
