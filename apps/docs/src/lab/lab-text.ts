import type { Diagnosis } from '@semblance/signing/doctor';
import type { LabSample } from './lab-samples.ts';
import type { PasteProblem } from './pasted.ts';
import type { Localized } from '../site/locale.ts';

/** Words of the signature lab; also handed to its script. */
export interface LabText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly privacy: string;
  readonly request: string;
  readonly requestHint: string;
  readonly secret: string;
  readonly token: string;
  readonly more: string;
  readonly callerCanonical: string;
  readonly callerStringToSign: string;
  readonly ignoreClock: string;
  readonly examine: string;
  readonly samplesLabel: string;
  readonly samples: Readonly<Record<LabSample, string>>;
  readonly problems: Readonly<Record<PasteProblem | 'secret', string>>;
  readonly result: string;
  readonly certainty: Readonly<Record<Diagnosis['certainty'], string>>;
  readonly difference: string;
  readonly part: string;
  readonly received: string;
  readonly signed: string;
  readonly steps: string;
  readonly stepsLead: string;
  readonly noSteps: string;
  readonly causesTitle: string;
  readonly causesLead: string;
  readonly causesShow: string;
  readonly emptyStep: string;
  readonly answeredWith: string;
  readonly accepted: string;
}

const english: LabText = {
  title: 'Signature lab',
  description: 'Paste a refused request: see what was signed, the first difference and the likely cause.',
  lead: 'Paste a request whose signature was refused. The lab signs it again, changes one thing at a time until your signature comes out, and tells you which thing it was.',
  privacy: 'All of it runs in this page. The request and the secret are sent nowhere and stored nowhere.',
  request: 'The request',
  requestHint: 'Paste a raw HTTP request or a curl command. A log of your HTTP library usually has one.',
  secret: 'AccessKeySecret',
  token: 'SecurityToken (temporary keys only)',
  more: 'What your own code computed (finds more)',
  callerCanonical: 'Your canonical request',
  callerStringToSign: 'Your string to sign',
  ignoreClock: 'Ignore the clock: the request is from the past',
  examine: 'Examine',
  samplesLabel: 'Or try one:',
  samples: {
    valid: 'A valid request',
    host: 'Host rewritten',
    body: 'Body changed',
    charset: 'Charset appended',
    secret: 'Secret with “&”',
  },
  problems: {
    empty: 'Paste a request first.',
    'no-request-line': 'The first line should be like “POST / HTTP/1.1”, or the text a curl command.',
    'bad-header': 'A line before the empty line is not a header. Leave one empty line between headers and body.',
    'no-address': 'The curl command names no address.',
    secret: 'The lab needs the AccessKeySecret the request was signed with.',
  },
  result: 'What the lab found',
  certainty: { proven: 'Proven', seen: 'Seen in the request', likely: 'Likely' },
  difference: 'First difference',
  part: 'Part',
  received: 'As it arrived',
  signed: 'As it was signed',
  steps: 'How the signature should have come about',
  stepsLead: 'Compare each step with your own code, from the top.',
  causesTitle: 'What the lab can find',
  causesLead:
    'V3 and V1 signatures alike. What it names as proven reproduces your signature with that one thing changed.',
  causesShow: 'All causes, and what to do',
  emptyStep: '(empty)',
  noSteps: 'The request does not say what was signed, so there are no steps to show.',
  answeredWith: 'The server answers',
  accepted: 'The server accepts it.',
};

const chinese: LabText = {
  title: '签名实验室',
  description: '粘贴被拒绝的请求，查看签名内容、首个差异和可能的原因。',
  lead: '粘贴签名被拒绝的请求。实验室会重新计算签名，每次改变一处，直到得出你的签名，从而指出问题所在。',
  privacy: '全部在本页运行。请求和密钥不会发送到任何地方，也不会保存。',
  request: '请求',
  requestHint: '粘贴原始 HTTP 请求或 curl 命令，通常可在 HTTP 库的日志中找到。',
  secret: 'AccessKeySecret',
  token: 'SecurityToken(仅临时密钥)',
  more: '你的代码算出的中间结果（可发现更多问题）',
  callerCanonical: '你的规范化请求',
  callerStringToSign: '你的待签名字符串',
  ignoreClock: '忽略时钟：这是过去的请求',
  examine: '检查',
  samplesLabel: '或试试示例：',
  samples: {
    valid: '正确的请求',
    host: 'Host 被改写',
    body: '请求体被改动',
    charset: '被追加 charset',
    secret: '密钥多了“&”',
  },
  problems: {
    empty: '请先粘贴请求。',
    'no-request-line': '第一行应形如“POST / HTTP/1.1”，或整段为 curl 命令。',
    'bad-header': '空行之前有一行不是请求头。请求头与请求体之间请留一个空行。',
    'no-address': 'curl 命令中没有地址。',
    secret: '需要该请求签名所用的 AccessKeySecret。',
  },
  result: '检查结果',
  certainty: { proven: '已证实', seen: '从请求可见', likely: '可能' },
  difference: '首个差异',
  part: '位置',
  received: '收到的内容',
  signed: '签名时的内容',
  steps: '签名应当如何得出',
  stepsLead: '请从上到下与你的代码逐步对照。',
  causesTitle: '实验室能找出什么',
  causesLead: 'V3 与 V1 签名均可。标为“已证实”的原因，只改动这一处即可得出你的签名。',
  causesShow: '全部原因与解决办法',
  emptyStep: '（空）',
  noSteps: '请求没有说明签名了什么，因此无法列出步骤。',
  answeredWith: '服务端返回',
  accepted: '服务端接受该请求。',
};

/** Words of the signature lab. */
export const labText: Localized<LabText> = { en: english, zh: chinese };
