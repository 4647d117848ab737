import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Root } from 'hast';
import { selectAll } from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { errorPageUrl, errorRetries } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { expect, test } from 'vitest';

const dist = path.join(import.meta.dirname, '../../dist');
const parser = unified().use(rehypeParse);

interface Page {
  readonly links: readonly string[];
  readonly anchors: ReadonlySet<string>;
  readonly foreign: readonly string[];
}

function readPage(html: string): Page {
  const tree: Root = parser.parse(html);
  const attribute = (selector: string, name: string): string[] =>
    selectAll(selector, tree).map(({ properties }) => String(properties[name]));
  const loaded = [
    ...attribute('script[src]', 'src'),
    ...attribute('link[rel~="stylesheet"]', 'href'),
    ...attribute('img[src]', 'src'),
  ];
  return {
    links: attribute('a[href]', 'href'),
    anchors: new Set(attribute('[id]', 'id')),
    foreign: loaded.filter((address) => /^(?:https?:)?\/\//u.test(address)),
  };
}

async function readSite(): Promise<ReadonlyMap<string, Page>> {
  const pages = new Map<string, Page>();
  for await (const file of glob('**/*.html', { cwd: dist }))
    pages.set(`/${file.replace(/index\.html$/u, '')}`, readPage(await readFile(path.join(dist, file), 'utf8')));

  return pages;
}

const pages = await readSite();

function broken(from: string, link: string): boolean {
  const url = new URL(link, `http://site${from}`);
  if (url.host !== 'site') return false;
  const target = pages.get(url.pathname);
  if (target === undefined) return !existsSync(path.join(dist, url.pathname));
  return url.hash !== '' && !target.anchors.has(decodeURIComponent(url.hash.slice(1)));
}

test('every internal link leads to a page, and to an anchor on it', () => {
  expect(pages.size).toBeGreaterThan(180);
  const problems = [...pages].flatMap(([from, { links }]) =>
    links.filter((link) => broken(from, link)).map((link) => `${from} → ${link}`),
  );
  expect(problems).toEqual([]);
});

test('every code has its page at the address the engine links to, in both languages', () => {
  const missing = Object.keys(errorRetries).flatMap((code) => {
    const { pathname } = new URL(errorPageUrl(code as ErrorCode));
    return [pathname, `/zh${pathname}`].filter((address) => !pages.has(address));
  });
  expect(missing).toEqual([]);
});

test('no page loads a script, style or picture from elsewhere', () => {
  expect([...pages].filter(([, { foreign }]) => foreign.length > 0)).toEqual([]);
});

test('every page has a Markdown version, and llms.txt lists it', async () => {
  const index = await readFile(path.join(dist, 'llms.txt'), 'utf8');
  const addresses = [...pages.keys()].filter((address) => address.endsWith('/'));
  expect(addresses.filter((address) => !existsSync(path.join(dist, address, 'index.md')))).toEqual([]);
  expect(addresses.filter((address) => !index.includes(`${address}index.md)`))).toEqual([]);
});
