import type { Localized } from '../site/locale.ts';

/** A card of the landing page. */
export interface LandingCard {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly action: string;
  readonly sample?: string;
}

interface LandingText {
  readonly claim: string;
  readonly subline: string;
  readonly tryIt: string;
  readonly start: string;
  readonly copy: string;
  readonly copied: string;
  readonly cost: string;
  readonly pictureFirst: string;
  readonly pictureSecond: string;
  readonly pictureCaption: string;
  readonly agreeing: (points: number) => string;
  readonly stop: string;
  readonly waysTitle: string;
  readonly waysLead: string;
  readonly ways: readonly LandingCard[];
  readonly contractTitle: string;
  readonly contractLead: string;
  readonly contractAlt: string;
  readonly contractParts: readonly [string, string, string, string, string];
  readonly helpTitle: string;
  readonly help: readonly LandingCard[];
  readonly exchangeTitle: string;
  readonly exchangeLead: string;
}

const english: LandingText = {
  claim: 'How alike are two pictures?',
  subline:
    'Semblance answers with one number. It is Alibaba Cloud’s CompareSimilarByImage, made open: run it on your own machine, call it with the official SDKs, test against it without a network.',
  tryIt: 'Try it with your pictures',
  start: 'Start in five minutes',
  copy: 'Copy',
  copied: 'Copied',
  cost: 'Free, Apache-2.0. No account, no key; your pictures stay on your machine.',
  pictureFirst: 'A book on a table',
  pictureSecond: 'The same book on another table by daylight',
  pictureCaption: 'Two example pictures, scored by the engine:',
  agreeing: (points) => `${points} points agree`,
  stop: '.',
  waysTitle: 'Four ways in',
  waysLead: 'Pick the one that fits what you are doing today. Each takes about five minutes.',
  ways: [
    {
      title: 'Look',
      body: 'Drop two pictures into the console. The score is computed inside the page; nothing is sent anywhere.',
      path: '/console/',
      action: 'Open the console',
    },
    {
      title: 'Run',
      body: 'Compare files on the command line, or serve the action over HTTP on your own machine.',
      path: '/start/engine/',
      action: 'Run the engine',
      sample: 'npm run compare -- a.jpg b.jpg',
    },
    {
      title: 'Call',
      body: 'A typed client that signs, retries and narrows errors by code. The official SDKs work unchanged.',
      path: '/start/client/',
      action: 'Call it from code',
      sample: 'await client.compare(first, second)',
    },
    {
      title: 'Test',
      body: 'A mock that answers every success and every error on demand, in JSON and XML.',
      path: '/start/mock/',
      action: 'Test with the mock',
      sample: 'npm run mock -- --port 4010',
    },
  ],
  contractTitle: 'One contract, everything else follows',
  contractLead:
    'Parameters, limits, fields and all error codes are written once. Types, client, mock, engine and this site are generated from it or checked against it, so they cannot disagree.',
  contractAlt:
    'Diagram: the contract feeds the OpenAPI document, the client, the mock server, the engine and these docs.',
  contractParts: ['OpenAPI 3.1', 'Client', 'Mock server', 'Engine', 'These docs'],
  helpTitle: 'Look something up',
  help: [
    {
      title: 'Error atlas',
      body: 'Every code: what it means, how to reproduce it, how to fix it, whether to retry.',
      path: '/errors/',
      action: 'Find a code',
    },
    {
      title: 'Reference',
      body: 'Every parameter with its limits, both answer formats, and the request in eight languages.',
      path: '/reference/',
      action: 'Look it up',
    },
    {
      title: 'Signature lab',
      body: 'Paste a refused request and see the first byte at which your signature differs.',
      path: '/signature-lab/',
      action: 'Find the difference',
    },
    {
      title: 'What a score means',
      body: 'Measured curves, thresholds with their precision and recall, and pairs to look at.',
      path: '/score/',
      action: 'Choose a threshold',
    },
  ],
  exchangeTitle: 'The whole conversation',
  exchangeLead: 'One POST with two pictures. One answer with a score.',
};

const chinese: LandingText = {
  claim: '两张图片有多像？',
  subline:
    'Semblance 用一个数字回答。它是阿里云 CompareSimilarByImage 的开放实现：可在自己的机器上运行，可用官方 SDK 直接调用，也可脱网测试。',
  tryIt: '用你的图片试一试',
  start: '五分钟上手',
  copy: '复制',
  copied: '已复制',
  cost: '免费，Apache-2.0 许可。无需账号与密钥，图片不离开你的机器。',
  pictureFirst: '桌上的一本书',
  pictureSecond: '同一本书，日光下的另一张桌子',
  pictureCaption: '两张示例图片，由引擎打分：',
  agreeing: (points) => `${points} 个点相符`,
  stop: '。',
  waysTitle: '四种使用方式',
  waysLead: '按当前需要任选其一，每种约五分钟。',
  ways: [
    {
      title: '看一看',
      body: '把两张图片拖进控制台。分数就在本页计算，不会向外发送任何内容。',
      path: '/console/',
      action: '打开控制台',
    },
    {
      title: '跑起来',
      body: '在命令行比对文件，或在自己的机器上以 HTTP 提供该操作。',
      path: '/start/engine/',
      action: '运行引擎',
      sample: 'npm run compare -- a.jpg b.jpg',
    },
    {
      title: '调用它',
      body: '带类型的客户端负责签名、重试，并按错误码收窄错误类型。官方 SDK 无需修改即可使用。',
      path: '/start/client/',
      action: '在代码中调用',
      sample: 'await client.compare(first, second)',
    },
    {
      title: '测一测',
      body: '模拟服务按需返回成功和每一种错误，支持 JSON 与 XML。',
      path: '/start/mock/',
      action: '使用模拟服务测试',
      sample: 'npm run mock -- --port 4010',
    },
  ],
  contractTitle: '一份契约，其余皆由此而来',
  contractLead:
    '参数、限制、字段和全部错误码只写一次。类型、客户端、模拟服务、引擎和本站都由它生成或与它核对，因此不会互相矛盾。',
  contractAlt: '示意图：契约生成 OpenAPI 文档、客户端、模拟服务、引擎和本站文档。',
  contractParts: ['OpenAPI 3.1', '客户端', '模拟服务', '引擎', '本站文档'],
  helpTitle: '查阅与排查',
  help: [
    {
      title: '错误图谱',
      body: '每个错误码的含义、复现方法、解决办法，以及是否重试。',
      path: '/errors/',
      action: '查找错误码',
    },
    {
      title: '参考',
      body: '每个参数及其限制、两种返回格式，以及多种语言写成的请求。',
      path: '/reference/',
      action: '查阅',
    },
    {
      title: '签名实验室',
      body: '粘贴被拒绝的请求，查看签名从哪个字节开始不同。',
      path: '/signature-lab/',
      action: '找出差异',
    },
    {
      title: '分数的含义',
      body: '实测曲线、阈值对应的精确率与召回率，以及可直接查看的图片对。',
      path: '/score/',
      action: '选择阈值',
    },
  ],
  exchangeTitle: '完整的一次往返',
  exchangeLead: '一个带两张图片的 POST，一个带分数的应答。',
};

/** Words of the landing page. */
export const landingText: Localized<LandingText> = { en: english, zh: chinese };
