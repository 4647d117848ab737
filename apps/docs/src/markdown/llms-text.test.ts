import { expect, test } from 'vitest';
import { contents } from '../site/sidebar.ts';
import { llmsFull, llmsIndex } from './llms-text.ts';
import type { ListedPage } from './llms-text.ts';

function page(pathname: string, language = 'en'): ListedPage {
  return {
    pathname,
    language,
    url: `https://d/${pathname}index.md`,
    title: pathname,
    description: '',
    markdown: `# ${pathname}`,
  };
}

const pages = [
  page('errors/deniedrequest/'),
  page('guides/decisions/'),
  page(''),
  page('start/'),
  page('errors/'),
  page('zh/start/', 'zh-CN'),
  page('zh/errors/deniedrequest/', 'zh-CN'),
];

test('pages come in the order of the table of contents, codes last, then the other language', () => {
  const index = llmsIndex(pages, contents);
  const order = [...index.matchAll(/\((?<url>[^)]+)\)$/gmu)].map(({ groups }) => groups?.['url']?.slice(10, -8));
  expect(order).toEqual([
    'start/',
    'errors/',
    'guides/decisions/',
    '',
    'errors/deniedrequest/',
    'zh/start/',
    'zh/errors/deniedrequest/',
  ]);
  expect(index).toContain('## 简体中文: 开始');
});

test('the Chinese index begins with the Chinese pages', () => {
  const index = llmsIndex(pages, contents, 'zh');
  expect(index.indexOf('zh/start/')).toBeLessThan(index.indexOf('d/start/'));
  expect(index).toMatch(/^# Semblance\n\n> .*（/u);
});

test('one file holds every page of a language and none of the other', () => {
  expect(llmsFull(pages, contents, 'zh')).toMatch(/zh\/start\/.*zh\/errors\/deniedrequest/su);
  expect(llmsFull(pages, contents, 'en')).not.toContain('zh/');
});
