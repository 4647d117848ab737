import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as limits from '../generated/limits.ts';

/** Folders with texts; `limits.tsp` defines the values. */
const folders = [new URL('../', import.meta.url), new URL('../../apps/docs/src/text/', import.meta.url)];

const seconds = limits.transferTimeoutMs / 1000;
const megabytes = limits.pictureMaxBytes / 1024 / 1024;
const sides = [
  ...new Set(Object.values(limits.serviceTypes).flatMap(({ minPixels, maxPixels }) => [minPixels, maxPixels])),
];
const plain = (value: number): string => `${value}|${value.toLocaleString('en-US')}`;
const counts: Readonly<Record<number, string>> = { 7: 'seven|七', 8: 'eight|八', 9: 'nine|九' };
const formats = limits.pictureFormats.length;

/** A limit written as a number with its unit. */
const bare = [
  `\\b${megabytes} ?(?:MB|MiB|M\\b|megabytes)`,
  `\\b(?:${plain(limits.pictureMaxBytes)}|${plain(limits.pictureBase64MaxLength)}|${plain(limits.headerMaxBytes)})\\b`,
  `\\b${seconds} ?(?:seconds|s\\b|秒)`,
  `\\b${limits.transferTimeoutMs} ?(?:ms|milliseconds|毫秒)`,
  `\\b${limits.clockWindowMinutes} ?(?:minutes|分钟)`,
  `\\b${limits.instanceNameMaxLength} ?(?:characters|letters|个字符|字符)`,
  `\\b(?:${sides.join('|')}) ?(?:px|pixels|像素|to \\d|至)`,
  `(?:\\b${formats}|${counts[formats] ?? String(formats)}) ?(?:accepted )?(?:formats|种)`,
].map((source) => new RegExp(source, 'i'));

/** Messages are those of the wire, and records and Chinese descriptions quote the page, so they keep their numbers. */
const quoted = /(?:message|pageZh): "(?:[^"\\]|\\.)*"|record: #\{[^}]*\}/g;

function bareLimits(source: string): string[] {
  return bare.flatMap((pattern) => pattern.exec(source.replaceAll(quoted, ''))?.[0] ?? []);
}

const files = await Promise.all(
  folders.map(async (folder) =>
    (await readdir(folder))
      .filter((name) => /\.(?:tsp|ts)$/.test(name) && !/^limits\.tsp$|\.test\.ts$|\.config\.ts$/.test(name))
      .map((name) => new URL(name, folder)),
  ),
);

test.each(files.flat().map((file) => [file.pathname.split('/').slice(-2).join('/'), file] as const))(
  '%s names limits, not their values',
  async (_name, file) => {
    expect(bareLimits(await readFile(file, 'utf8'))).toEqual([]);
  },
);

test.each([
  'larger than 4 MB',
  '超过 4,194,304 字节',
  'within 5 seconds',
  '5 秒',
  '20 characters',
  '100 to 4096',
  'eight formats',
  '15 分钟',
])('a text with "%s" is refused', (text) => {
  expect(bareLimits(`en: "${text}"`)).not.toEqual([]);
});

test('a quoted message is not', () => {
  expect(bareLimits('message: "The image size exceeds 4 MB."')).toEqual([]);
});
