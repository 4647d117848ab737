import type { Locale } from '../site/locale.ts';
import type { ContentsSection } from '../site/sidebar.ts';
import type { MarkdownPage } from './page-to-markdown.ts';

/** A Markdown page with its address. */
export interface ListedPage extends MarkdownPage {
  readonly url: string;
  /** Relative to the site's root, without a leading slash. */
  readonly pathname: string;
}

const title = 'Semblance';
const summaries: Readonly<Record<Locale, string>> = {
  en: 'CompareSimilarByImage (two pictures in, a similarity score from 0 to 1 out) as an open, contract-first system: contract, client, mock server, engine.',
  zh: 'CompareSimilarByImage（输入两张图片，输出 0 到 1 的相似度分数）的开放实现，契约先行：契约、客户端、模拟服务、引擎。',
};
const words = {
  en: { codes: 'Error codes', more: 'More', other: '简体中文' },
  zh: { codes: '错误码', more: '其他', other: 'English' },
} as const;

const localeOf = ({ language }: ListedPage): Locale => (language === 'en' ? 'en' : 'zh');
/** Address without the language, with slashes at both ends. */
const linkOf = ({ pathname }: ListedPage): string => `/${pathname.replace(/^zh\//u, '')}`.replace(/\/*$/u, '/');
const isCode = (page: ListedPage): boolean => /^\/errors\/./u.test(linkOf(page));

/** Pages of one language under the headings of the table of contents, in its order; codes last. */
function sectionsOf(
  pages: readonly ListedPage[],
  contents: readonly ContentsSection[],
  locale: Locale,
): (readonly [string, readonly ListedPage[]])[] {
  const own = pages.filter((page) => localeOf(page) === locale);
  const listed = new Set<ListedPage>();
  const sections = contents.map(({ label, pages: links }) => {
    const found = links.flatMap(({ link }) => own.filter((page) => linkOf(page) === link));
    for (const page of found) listed.add(page);
    return [label[locale], found] as const;
  });
  const codes = own.filter((page) => isCode(page));
  const more = own.filter((page) => !listed.has(page) && !isCode(page));
  const all = [...sections, [words[locale].more, more] as const, [words[locale].codes, codes] as const];
  return all.filter(([, list]) => list.length > 0);
}

function line({ title: name, url, description }: ListedPage): string {
  return `- [${name}](${url})${description === '' ? '' : `: ${description}`}`;
}

/**
 * The index after the llms.txt convention: every page in the order of the table of contents, first in `locale`, then in
 * the other language.
 */
export function llmsIndex(
  pages: readonly ListedPage[],
  contents: readonly ContentsSection[],
  locale: Locale = 'en',
): string {
  const other = locale === 'en' ? 'zh' : 'en';
  const own = sectionsOf(pages, contents, locale);
  const others = sectionsOf(pages, contents, other).map(
    ([name, list]) => [`${words[locale].other}: ${name}`, list] as const,
  );
  const body = [...own, ...others].map(([name, list]) => `## ${name}\n\n${list.map((page) => line(page)).join('\n')}`);
  return `# ${title}\n\n> ${summaries[locale]}\n\n${body.join('\n\n')}\n`;
}

/** Every page of a language in one file, in the order of the table of contents. */
export function llmsFull(pages: readonly ListedPage[], contents: readonly ContentsSection[], locale: Locale): string {
  return sectionsOf(pages, contents, locale)
    .flatMap(([, list]) => list)
    .map(({ url, markdown }) => `<!-- ${url} -->\n\n${markdown}`)
    .join('\n\n');
}
