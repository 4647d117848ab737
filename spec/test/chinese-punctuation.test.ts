import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Folders with Chinese texts for readers. */
const folders = [
  '../',
  '../emit/',
  '../../apps/docs/src/text/',
  '../../packages/engine/src/config/',
  '../../packages/picture/src/',
  '../../packages/signing/src/doctor/',
  '../../packages/mock-server/scripts/',
].map((path) => new URL(path, import.meta.url));

/** Text in quotes of any kind that has Chinese in it; code spans and placeholders are not prose. */
function chineseTexts(source: string): string[] {
  const quoted = source.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g);
  return [...quoted].map(([text]) => text.slice(1, -1)).filter((text) => /\p{Script=Han}/u.test(text));
}

/** Half-width marks in Chinese prose; numbers, addresses and code keep theirs. */
function halfWidth(text: string): string[] {
  const prose = text.replaceAll(/\\?`[^`]*`|\$\{[^}]*\}|\{[^}]*\}|https?:\/\/\S+|[\w.-]*[\w]=[\w.;=-]+/g, ' x ');
  const marks = /(?<=\p{Script=Han})[,;:!?(]|[,;:!?)](?=\p{Script=Han})|(?<=\w)[,;](?=[A-Za-z])/gu;
  return [...prose.matchAll(marks)].map(({ index }) => prose.slice(Math.max(0, index - 12), index + 12));
}

const files = await Promise.all(
  folders.map(async (folder) =>
    (await readdir(folder))
      .filter((name) => /\.(?:tsp|ts)$/.test(name) && !name.includes('.test.'))
      .map((name) => new URL(name, folder)),
  ),
);

test.each(files.flat().map((file) => [file.pathname.split('/').slice(-3).join('/'), file] as const))(
  '%s sets Chinese with full-width punctuation',
  async (_name, file) => {
    expect(chineseTexts(await readFile(file, 'utf8')).flatMap(halfWidth)).toEqual([]);
  },
);

test('half-width marks are found, those of code and numbers are not', () => {
  for (const wrong of ['名称,不是 ID', '错误:无', '返回 XML,V3 返回 JSON', '无(可选)'])
    expect(halfWidth(wrong)).not.toEqual([]);
  for (const right of ['不超过 4,194,304 字节', '名称，不是 ID', '取值 `a,b`', 'text/xml;charset=utf-8'])
    expect(halfWidth(right)).toEqual([]);
});
