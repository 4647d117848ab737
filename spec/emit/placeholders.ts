import type { Program } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { actionsOf, isPicture } from './actions.ts';
import { limitValues } from './limit-values.ts';
import type { LimitValues, ServiceTypeInfo } from './limit-values.ts';
import type { Bilingual, Language } from './text-types.ts';

/** A placeholder such as `{name}`, by which texts refer to limits. Names begin with a lower-case letter, so `{Bucket}` is not one. */
const placeholder = /\{(?<name>[a-z][A-Za-z0-9]*)\}/g;

const known = new WeakMap<Program, ReadonlyMap<string, Bilingual>>();

/** `text` with its placeholders filled in. @throws for an unknown placeholder. */
export function filled(program: Program, text: string, language: Language): string {
  return text.replaceAll(placeholder, (_whole, name: string) => {
    const value = values(program).get(name);
    if (value === undefined) throw new Error(`no limit or shared text is named {${name}}, in: ${text}`);
    return filled(program, value[language], language);
  });
}

/** Both languages of a text, filled in. */
export function filledBoth(program: Program, { en, zh }: Bilingual): Bilingual {
  return { en: filled(program, en, 'en'), zh: filled(program, zh, 'zh') };
}

function values(program: Program): ReadonlyMap<string, Bilingual> {
  const before = known.get(program);
  if (before !== undefined) return before;
  const shared = [...recorded<{ name: string; text: Bilingual }[]>(program, 'sharedText').values()].flat();
  const made = new Map<string, Bilingual>(Object.entries(limitTexts(limitValues(program))));
  for (const { name, text } of shared) made.set(name, text);
  for (const [name, text] of Object.entries(comparison(program))) made.set(name, same(text));
  known.set(program, made);
  return made;
}

/** Name and version of the action with pictures; none in a program without one. */
function comparison(program: Program): Record<string, string> {
  const found = actionsOf(program).find(({ parameters }) => parameters.some((parameter) => isPicture(parameter)));
  return found === undefined ? {} : { action: found.action, version: found.version };
}

/** Each limit as written in texts, with its unit unless the text names it. */
export function limitTexts(limits: LimitValues): Record<string, Bilingual> {
  return {
    pictureMaxBytes: same(grouped(limits.pictureMaxBytes)),
    pictureMaxSize: same(megabytes(limits.pictureMaxBytes)),
    pictureBase64MaxLength: same(grouped(limits.pictureBase64MaxLength)),
    pictureFormats: { en: limits.pictureFormats.join(', '), zh: limits.pictureFormats.join('、') },
    pictureFormatCount: same(String(limits.pictureFormats.length)),
    pixelRanges: pixelRanges(Object.values(limits.serviceTypes)),
    instanceNameMaxLength: same(String(limits.instanceNameMaxLength)),
    transferTimeout: duration(limits.transferTimeoutMs),
    clockWindow: { en: `${limits.clockWindowMinutes} minutes`, zh: `${limits.clockWindowMinutes} 分钟` },
    headerMaxBytes: same(grouped(limits.headerMaxBytes)),
  };
}

function same(text: string): Bilingual {
  return { en: text, zh: text };
}

/** 4194304 → `4,194,304`. */
function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Binary megabytes, as the action's page counts: 4194304 → `4 MB`. */
function megabytes(bytes: number): string {
  return `${Number((bytes / 1024 / 1024).toFixed(2))} MB`;
}

function duration(milliseconds: number): Bilingual {
  const seconds = String(milliseconds / 1000);
  return { en: seconds === '1' ? '1 second' : `${seconds} seconds`, zh: `${seconds} 秒` };
}

/** Pixel ranges, with the service types that share each. */
function pixelRanges(types: readonly ServiceTypeInfo[]): Bilingual {
  const byRange = Map.groupBy(types, ({ minPixels, maxPixels }) => `${minPixels} ${maxPixels}`);
  const parts = [...byRange.values()].map((group) => {
    const [{ minPixels, maxPixels } = { minPixels: 0, maxPixels: 0 }] = group;
    const names = (language: Language, comma: string): string =>
      group.map(({ title }) => title[language].replace(/ search$|图片搜索$/, '')).join(comma);
    return {
      en: `${minPixels} to ${maxPixels} pixels for ${names('en', ', ').toLowerCase()} instances`,
      zh: `${names('zh', '、')}类实例为 ${minPixels} 至 ${maxPixels} 像素`,
    };
  });
  return { en: parts.map(({ en }) => en).join('; '), zh: parts.map(({ zh }) => zh).join('；') };
}
