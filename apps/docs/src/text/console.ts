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
  readonly scenarioScore: string;
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
  readonly bands: readonly (readonly [from: number, words: string])[];
  readonly explainCode: string;
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
  pairNames: { 'same-object': 'Same mug, turned', copy: 'A cropped copy', 'same-kind': 'Another mug', unrelated: 'Mug and shoe', identical: 'Identical files' },
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
    mock: { title: 'The mock in this page', help: 'No server, no key, nothing leaves the page. Its answers are exact in form; its scores are made up from the bytes and mean nothing, except that identical files score 1.' },
    engine: { title: 'An engine', help: 'Start one with “npm start -- --port 8080”. Without keys it accepts unsigned requests from this machine.' },
    cloud: { title: 'Alibaba Cloud', help: 'Signed in this page with your key and sent straight to the endpoint. Works where the endpoint lets browsers in (CORS).' },
  },
  endpoint: 'Endpoint',
  instance: 'Instance name',
  instanceHelp: 'The name, not the ID.',
  scenario: 'Answer with',
  scenarioScore: 'a score',
  serviceType: 'Service type (pixel limits)',
  accessKeyId: 'AccessKeyId',
  accessKeySecret: 'AccessKeySecret',
  securityToken: 'SecurityToken',
  keysHelp: 'Keys stay in this page: not stored, not sent, only used to sign. Leave them empty for an engine that runs without keys.',
  signature: 'Signature',
  format: 'Answer format',
  options: 'Signing and format',
  compare: 'Compare',
  comparing: 'Comparing…',
  needBoth: 'Put a picture into both places first.',
  sendAnyway: 'The check found a problem; the server is asked all the same.',
  result: 'Result',
  mockScore: 'Made up by the mock. Ask an engine for a score that means something.',
  took: '{ms} ms from sending to the whole answer',
  bands: [
    [0.999999, 'The same pixels'],
    [0.85, 'Very likely the same picture'],
    [0.6, 'Likely the same thing'],
    [0.3, 'Some resemblance'],
    [0, 'Little in common'],
  ],
  explainCode: 'What it means and how to fix it',
  notFromServer: 'The request did not reach a server that answered.',
  corsHelp: 'Browsers report a server that is down, an address that is wrong and a missing CORS permission alike. An engine has to be told to let this page in.',
  response: 'Response',
  request: 'Request',
  code: 'Copy as code',
  asReceived: 'as received',
  otherFormat: 'the same answer, as the server writes it in this format',
  language: 'Language',
  copy: 'Copy',
  copied: 'Copied',
  curlNote: 'Run it in the folder that holds both pictures. The signature holds for 15 minutes and for these very files; a server takes each nonce once.',
  curlUnsigned: 'Run it in the folder that holds both pictures.',
  sampleNote: 'Keys are read from the environment; they are never written into a sample.',
  bytes: 'bytes',
};

const chinese: ConsoleText = {
  title: '控制台',
  description: '拖入两张图片并发送请求:相似度、JSON 与 XML 的请求和应答、可复制的代码。',
  lead: '拖入两张图片,或选择一组示例,然后比对。发送之前会先检查各项限制。',
  pairs: '选择一组:',
  pairNames: { 'same-object': '同一只杯子,转个角度', copy: '裁剪后的副本', 'same-kind': '另一只杯子', unrelated: '杯子与鞋', identical: '完全相同的文件' },
  first: '第一张图片',
  second: '第二张图片',
  drop: '把图片拖到这里、粘贴,或',
  choose: '选择文件',
  camera: '相机',
  samples: '示例图片(合格与不合格)',
  empty: '尚无图片',
  fix: '帮我修正',
  fixed: '已重新编码为符合限制的 JPEG。',
  ready: '可以发送',
  preview: '预览',
  noPreview: '此浏览器无法显示该格式,但仍可发送。',
  cameraTitle: '拍照',
  takePicture: '拍摄',
  close: '关闭',
  cameraRefused: '没有相机,或未获允许。',
  answerFrom: '由谁应答',
  targets: {
    mock: { title: '本页内的模拟服务', help: '无需服务器和密钥,任何内容都不会离开本页。应答格式准确;分数由字节推算,没有实际含义,只有完全相同的文件得 1。' },
    engine: { title: '引擎', help: '用“npm start -- --port 8080”启动。未配置密钥时,引擎接受本机的未签名请求。' },
    cloud: { title: '阿里云', help: '在本页用你的密钥签名,直接发往接入地址。仅在该地址允许浏览器访问(CORS)时可用。' },
  },
  endpoint: '接入地址',
  instance: '实例名称',
  instanceHelp: '是名称,不是 ID。',
  scenario: '返回内容',
  scenarioScore: '一个分数',
  serviceType: '服务类型(像素限制)',
  accessKeyId: 'AccessKeyId',
  accessKeySecret: 'AccessKeySecret',
  securityToken: 'SecurityToken',
  keysHelp: '密钥只留在本页:不保存、不发送,仅用于签名。引擎未配置密钥时请留空。',
  signature: '签名方式',
  format: '返回格式',
  options: '签名与格式',
  compare: '比对',
  comparing: '正在比对…',
  needBoth: '请先在两处都放入图片。',
  sendAnyway: '检查发现了问题,仍会向服务端发送。',
  result: '结果',
  mockScore: '由模拟服务虚构。需要有意义的分数时,请使用引擎。',
  took: '从发送到收完应答共 {ms} 毫秒',
  bands: [
    [0.999999, '像素完全相同'],
    [0.85, '很可能是同一张图片'],
    [0.6, '可能是同一个东西'],
    [0.3, '有些相像'],
    [0, '几乎没有共同之处'],
  ],
  explainCode: '含义与解决办法',
  notFromServer: '请求没有到达能应答的服务器。',
  corsHelp: '服务器未启动、地址错误与缺少 CORS 许可,在浏览器中表现相同。引擎需要配置为允许本页访问。',
  response: '应答',
  request: '请求',
  code: '复制为代码',
  asReceived: '原始应答',
  otherFormat: '同一应答在该格式下的写法',
  language: '语言',
  copy: '复制',
  copied: '已复制',
  curlNote: '在存放两张图片的目录中运行。签名在 15 分钟内对这两个文件有效;同一随机数服务端只接受一次。',
  curlUnsigned: '在存放两张图片的目录中运行。',
  sampleNote: '密钥从环境变量读取,不会写入示例代码。',
  bytes: '字节',
};

/** Words of the console. */
export const consoleText: Localized<ConsoleText> = { en: english, zh: chinese };
