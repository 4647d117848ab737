import type { MarkdownPage } from './page-to-markdown.ts';

/** A Markdown page with its address. */
export interface ListedPage extends MarkdownPage {
  readonly url: string;
  /** Relative to the site's root, without a leading slash. */
  readonly pathname: string;
}

const title = 'Semblance';
const summary =
  'CompareSimilarByImage (two pictures in, a similarity score from 0 to 1 out) as an open, contract-first system: contract, client, mock server, engine.';

function line({ title: name, url, description }: ListedPage): string {
  return `- [${name}](${url})${description === '' ? '' : `: ${description}`}`;
}

/** The index after the llms.txt convention: English pages by section, the error codes last, then the Chinese ones. */
export function llmsIndex(pages: readonly ListedPage[]): string {
  const english = pages.filter(({ language }) => language === 'en');
  const isCode = ({ pathname }: ListedPage): boolean => /(?:^|\/)errors\/./u.test(pathname);
  const sections: readonly (readonly [string, readonly ListedPage[]])[] = [
    ['Documentation', english.filter((page) => !isCode(page))],
    ['Error codes', english.filter((page) => isCode(page))],
    ['中文', pages.filter((page) => page.language !== 'en' && !isCode(page))],
    ['Optional: 错误码', pages.filter((page) => page.language !== 'en' && isCode(page))],
  ];
  const body = sections.map(([name, list]) => `## ${name}\n\n${list.map((page) => line(page)).join('\n')}`);
  return `# ${title}\n\n> ${summary}\n\n${body.join('\n\n')}\n`;
}

/** Every English page in one file. */
export function llmsFull(pages: readonly ListedPage[]): string {
  return pages
    .filter(({ language }) => language === 'en')
    .map(({ url, markdown }) => `<!-- ${url} -->\n\n${markdown}`)
    .join('\n\n');
}
