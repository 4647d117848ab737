import { limitTexts } from '@semblance/spec/limit-texts';
import type { Verdict } from '@semblance/engine/evidence';
import type { TargetKind } from '../console/settings.ts';
import type { Localized } from '../site/locale.ts';

/** Words of the console; also handed to its scripts. */
export interface ConsoleText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly pairs: string;
  readonly pairNames: Readonly<Record<PairName, string>>;
  readonly first: string;
  readonly second: string;
  readonly drop: string;
  readonly choose: string;
  readonly camera: string;
  readonly samples: string;
  readonly empty: string;
  readonly fix: string;
  readonly fixed: string;
  readonly ready: string;
  readonly preview: string;
  readonly noPreview: string;
  readonly cameraTitle: string;
  readonly takePicture: string;
  readonly close: string;
  readonly cameraRefused: string;
  readonly answerFrom: string;
  readonly targets: Readonly<Record<TargetKind, { readonly title: string; readonly help: string }>>;
  readonly endpoint: string;
  readonly instance: string;
  readonly instanceHelp: string;
  readonly scenario: string;
  readonly scenarioComputed: string;
  readonly scenarioScore: string;
  readonly undecodable: string;
  readonly serviceType: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly keysHelp: string;
  readonly signature: string;
  readonly format: string;
  readonly options: string;
  readonly compare: string;
  readonly comparing: string;
  readonly needBoth: string;
  readonly sendAnyway: string;
  readonly result: string;
  readonly mockScore: string;
  /** `{ms}` stands for a number. */
  readonly took: string;
  readonly verdicts: Readonly<Record<Verdict['name'], string>>;
  readonly explainCode: string;
  readonly evidence: string;
  readonly evidenceLead: string;
  readonly evidenceAlt: string;
  /** `{agreeing}`, `{matches}` and `{colour}` stand for numbers. */
  readonly evidenceWords: string;
  readonly differenceAlt: string;
  readonly colon: string;
  readonly stop: string;
  readonly evidenceNone: string;
  readonly notFromServer: string;
  readonly corsHelp: string;
  readonly response: string;
  readonly request: string;
  readonly code: string;
  readonly asReceived: string;
  readonly otherFormat: string;
  readonly language: string;
  readonly copy: string;
  readonly copied: string;
  readonly curlNote: string;
  readonly curlUnsigned: string;
  readonly sampleNote: string;
  readonly bytes: string;
}

/** Ready-made pairs to start with. */
export const pairNames = ['same-object', 'copy', 'same-kind', 'unrelated', 'identical'] as const;

/** Name of a ready-made pair. */
export type PairName = (typeof pairNames)[number];

const english: ConsoleText = {
  title: 'Console',
  description: 'Drop two pictures and send the request: score, request and response in JSON and XML, code to copy.',
  lead: 'Drop two pictures, or pick a pair, and compare. Limits are checked before anything is sent.',
  pairs: 'Pick a pair:',
  pairNames: {
    'same-object': 'Same mug, turned',
    copy: 'A cropped copy',
    'same-kind': 'Another mug',
    unrelated: 'Mug and shoe',
    identical: 'Identical files',
  },
  first: 'First picture',
  second: 'Second picture',
  drop: 'Drop a picture here, paste one, or',
  choose: 'choose a file',
  camera: 'Camera',
  samples: 'Samples, good and bad',
  empty: 'No picture yet',
  fix: 'Fix it for me',
  fixed: 'Re-encoded as JPEG to meet the limits.',
  ready: 'Ready to send',
  preview: 'Preview',
  noPreview: 'This browser cannot show this format; it can be sent all the same.',
  cameraTitle: 'Take a picture',
  takePicture: 'Take it',
  close: 'Close',
  cameraRefused: 'No camera, or it was not allowed.',
  answerFrom: 'Who answers',
  targets: {
    mock: {
      title: 'This page',
      help: 'No server, no key, nothing leaves the page. The score is the engine’s own, computed here; the first time loads its network, some 19 MB. Every code of the contract can be had from the mock.',
    },
    engine: {
      title: 'An engine',
      help: 'Start one with “npm start -- --port 8080 --allow-anonymous”: it then takes unsigned requests from this machine. Or sign with its key pair below.',
    },
    cloud: {
      title: 'Alibaba Cloud',
      help: 'Signed in this page with your key and sent straight to the endpoint. Works where the endpoint lets browsers in (CORS).',
    },
  },
  endpoint: 'Endpoint',
  instance: 'Instance name',
  instanceHelp: 'The name, not the ID.',
  scenario: 'Answer with',
  scenarioComputed: 'a score computed here',
  scenarioScore: 'a score the mock makes up',
  undecodable:
    'This browser cannot decode one of the pictures, so the score cannot be computed here. Ask an engine, or let the mock make one up.',
  serviceType: 'Service type (pixel limits)',
  accessKeyId: 'AccessKeyId',
  accessKeySecret: 'AccessKeySecret',
  securityToken: 'SecurityToken',
  keysHelp:
    'Keys stay in this page: not stored, not sent, only used to sign. Leave them empty for an engine that allows anonymous calls.',
  signature: 'Signature',
  format: 'Answer format',
  options: 'Signing and format',
  compare: 'Compare',
  comparing: 'Comparing…',
  needBoth: 'Put a picture into both places first.',
  sendAnyway: 'The check found a problem; the server is asked all the same.',
  result: 'Result',
  mockScore: 'Made up by the mock; it means nothing.',
  took: '{ms} ms from sending to the whole answer',
  verdicts: {
    identical: 'The same picture, pixel for pixel',
    copy: 'Almost certainly the same picture, changed, or the same item again',
    'same-item': 'Very likely the same picture or the same item',
    likely: 'Probably the same item',
    related: 'Perhaps the same kind of thing',
    different: 'Different pictures',
  },
  explainCode: 'What it means and how to fix it',
  evidence: 'What agrees',
  evidenceLead:
    'Seen in this page, whoever answered: points that look alike and agree on one placement, and the first picture’s frame laid over the second. Green agrees, red conflicts, amber is in one of them only; below, both laid over each other. The engine weighs this together with what its network sees.',
  evidenceAlt: 'Both pictures side by side, matching points joined by lines.',
  evidenceWords: '{agreeing} of {matches} matching points agree on one placement; colours agree to {colour} %.',
  differenceAlt: 'Both pictures laid over each other, red where they differ.',
  colon: ': ',
  stop: '.',
  evidenceNone: 'This browser cannot decode one of the pictures, so there is nothing to draw.',
  notFromServer: 'The request did not reach a server that answered.',
  corsHelp:
    'Browsers report a server that is down, an address that is wrong and a missing CORS permission alike. An engine of ours lets every page in.',
  response: 'Response',
  request: 'Request',
  code: 'Copy as code',
  asReceived: 'as received',
  otherFormat: 'the same answer, as the server writes it in this format',
  language: 'Language',
  copy: 'Copy',
  copied: 'Copied',
  curlNote: `Run it in the folder that holds both pictures. The signature holds for ${limitTexts.clockWindow.en} and for these very files; a server takes each nonce once.`,
  curlUnsigned: 'Run it in the folder that holds both pictures.',
  sampleNote: 'Keys are read from the environment; they are never written into a sample.',
  bytes: 'bytes',
};

const chinese: ConsoleText = {
  title: '控制台',
  description: '拖入两张图片并发送请求：相似度、JSON 与 XML 的请求和应答、可复制的代码。',
  lead: '拖入两张图片，或选择一组示例，然后比对。发送之前会先检查各项限制。',
  pairs: '选择一组：',
  pairNames: {
    'same-object': '同一只杯子，转个角度',
    copy: '裁剪后的副本',
    'same-kind': '另一只杯子',
    unrelated: '杯子与鞋',
    identical: '完全相同的文件',
  },
  first: '第一张图片',
  second: '第二张图片',
  drop: '把图片拖到这里、粘贴，或',
  choose: '选择文件',
  camera: '相机',
  samples: '示例图片（合格与不合格）',
  empty: '尚无图片',
  fix: '帮我修正',
  fixed: '已重新编码为符合限制的 JPEG。',
  ready: '可以发送',
  preview: '预览',
  noPreview: '此浏览器无法显示该格式，但仍可发送。',
  cameraTitle: '拍照',
  takePicture: '拍摄',
  close: '关闭',
  cameraRefused: '没有相机，或未获允许。',
  answerFrom: '由谁应答',
  targets: {
    mock: {
      title: '本页',
      help: '无需服务器和密钥，任何内容都不会离开本页。分数就是引擎的分数，在本页计算；首次使用需加载约 19 MB 的网络模型。契约中的每个错误码都可由模拟服务返回。',
    },
    engine: {
      title: '引擎',
      help: '用“npm start -- --port 8080 --allow-anonymous”启动，即可接受本机的未签名请求；也可在下方用其密钥签名。',
    },
    cloud: {
      title: '阿里云',
      help: '在本页用你的密钥签名，直接发往接入地址。仅在该地址允许浏览器访问（CORS）时可用。',
    },
  },
  endpoint: '接入地址',
  instance: '实例名称',
  instanceHelp: '是名称，不是 ID。',
  scenario: '返回内容',
  scenarioComputed: '在本页计算的分数',
  scenarioScore: '模拟服务虚构的分数',
  undecodable: '此浏览器无法解码其中一张图片，无法在本页计算分数。请使用引擎，或让模拟服务虚构一个分数。',
  serviceType: '服务类型（像素限制）',
  accessKeyId: 'AccessKeyId',
  accessKeySecret: 'AccessKeySecret',
  securityToken: 'SecurityToken',
  keysHelp: '密钥只留在本页：不保存、不发送，仅用于签名。引擎允许匿名调用时请留空。',
  signature: '签名方式',
  format: '返回格式',
  options: '签名与格式',
  compare: '比对',
  comparing: '正在比对…',
  needBoth: '请先在两处都放入图片。',
  sendAnyway: '检查发现了问题，仍会向服务端发送。',
  result: '结果',
  mockScore: '由模拟服务虚构，没有实际含义。',
  took: '从发送到收完应答共 {ms} 毫秒',
  verdicts: {
    identical: '同一张图片，像素完全相同',
    copy: '几乎可以肯定是同一张图片（经过改动），或同一物品的另一张照片',
    'same-item': '很可能是同一张图片或同一件物品',
    likely: '可能是同一件物品',
    related: '也许是同类物品',
    different: '不同的图片',
  },
  explainCode: '含义与解决办法',
  evidence: '哪里相符',
  evidenceLead:
    '无论由谁应答，以下都在本页计算：外观相似且位置一致的点，以及第一张图片叠放在第二张上的边框。绿色相符，红色冲突，橙色只在其中一张出现；下方是两者叠放的结果。引擎会把它与网络所见一并权衡。',
  evidenceAlt: '两张图片并排，匹配的点以线相连。',
  evidenceWords: '{matches} 个匹配点中有 {agreeing} 个位置一致；颜色相符 {colour} %。',
  differenceAlt: '两张图片叠放，不同之处为红色。',
  colon: '：',
  stop: '。',
  evidenceNone: '此浏览器无法解码其中一张图片，因此无法绘图。',
  notFromServer: '请求没有到达能应答的服务器。',
  corsHelp: '服务器未启动、地址错误与缺少 CORS 许可，在浏览器中表现相同。我们的引擎允许所有页面访问。',
  response: '应答',
  request: '请求',
  code: '复制为代码',
  asReceived: '原始应答',
  otherFormat: '同一应答在该格式下的写法',
  language: '语言',
  copy: '复制',
  copied: '已复制',
  curlNote: `在存放两张图片的目录中运行。签名在 ${limitTexts.clockWindow.zh}内对这两个文件有效；同一随机数服务端只接受一次。`,
  curlUnsigned: '在存放两张图片的目录中运行。',
  sampleNote: '密钥从环境变量读取，不会写入示例代码。',
  bytes: '字节',
};

/** Words of the console. */
export const consoleText: Localized<ConsoleText> = { en: english, zh: chinese };
