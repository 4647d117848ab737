import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { codeScenarios } from '../exports/mock.ts';
import type { CodeOrigin, FaultName, SuccessName } from '../exports/mock.ts';

/** Languages of the READMEs. */
export type Language = 'en' | 'zh';

type Texts = Readonly<Record<Language, string>>;

const origins: Readonly<Record<CodeOrigin, Texts>> = {
  request: { en: 'the request is at fault', zh: '请求有误' },
  picture: { en: 'a picture is at fault', zh: '图片有误' },
  instance: { en: 'the instance is set so', zh: '实例的设置或状态' },
  upload: { en: 'the Advance flow', zh: 'Advance 上传流程' },
  signature: { en: 'signature checking is strict', zh: '严格检查签名时' },
  scenario: { en: '–', zh: '–' },
};

const others: Readonly<Record<FaultName | SuccessName | 'score-0.72' | 'delay-1500', Texts>> = {
  success: { en: 'The ordinary answer, all checks included.', zh: '正常应答，含全部检查。' },
  'success-with-access-denied-detail': {
    en: "A success with `AccessDeniedDetail`, as the action's public page shows it.",
    zh: '带 `AccessDeniedDetail` 的成功应答，与公开页面的示例一致。',
  },
  'score-0.72': { en: 'That score; any number from 0 to 1.', zh: '返回该分数；可为 0 到 1 之间的任意数。' },
  'delay-1500': { en: 'The ordinary answer after so many milliseconds.', zh: '等待指定毫秒数后正常应答。' },
  'connection-reset': { en: 'The connection is reset, nothing is answered.', zh: '连接被重置，没有应答。' },
  'truncated-body': { en: 'Half of the body, then the connection breaks.', zh: '只发送一半应答体，随后断开连接。' },
  'slow-dribble': { en: 'The body in small pieces with pauses.', zh: '应答体分小段缓慢发送。' },
  'never-answers': { en: 'Nothing, until the caller gives up.', zh: '始终不应答，直到调用方放弃。' },
  'malformed-body': { en: 'A body that is neither JSON nor XML.', zh: '应答体既不是 JSON 也不是 XML。' },
  'empty-body': { en: 'Status and headers without a body.', zh: '只有状态码和响应头，没有应答体。' },
  'proxy-error-page': {
    en: "A proxy's HTML page with status 502, no envelope.",
    zh: '代理服务器的 HTML 错误页，状态码 502。',
  },
};

const heads: Readonly<Record<Language, readonly [codes: string, others: string]>> = {
  en: [
    '| scenario | HTTP | what it means | also answered when |\n|---|---|---|---|',
    '| scenario | what happens |\n|---|---|',
  ],
  zh: ['| 场景 | HTTP | 含义 | 何时自动出现 |\n|---|---|---|---|', '| 场景 | 效果 |\n|---|---|'],
};

/** The tables of all scenarios, Markdown. */
export function scenarioTables(language: Language): string {
  const [codesHead, othersHead] = heads[language];
  const codes = (Object.keys(codeScenarios) as ErrorCode[]).map((code) => {
    const { httpStatus, meaning } = errorCatalog[code];
    return `| \`${code}\` | ${httpStatus} | ${meaning[language]} | ${origins[codeScenarios[code].origin][language]} |`;
  });
  const rest = Object.entries(others).map(([name, texts]) => `| \`${name}\` | ${texts[language]} |`);
  return [othersHead, ...rest, '', codesHead, ...codes].join('\n');
}

const startMark = '<!-- scenarios: written by npm run generate -->';
const endMark = '<!-- end of scenarios -->';

/** A README with its tables updated. @throws Error when it lacks the markers for them. */
export function withTables(readme: string, language: Language): string {
  const start = readme.indexOf(startMark);
  const end = readme.indexOf(endMark);
  if (start === -1 || end < start) throw new Error(`The README needs the lines ${startMark} and ${endMark}.`);
  return `${readme.slice(0, start)}${startMark}\n\n${scenarioTables(language)}\n\n${readme.slice(end)}`;
}
