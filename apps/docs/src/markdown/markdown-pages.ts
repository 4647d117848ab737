import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { documentationBaseUrl } from '@semblance/spec/error-policy';
import { contents } from '../site/sidebar.ts';
import { llmsIndex, llmsFull } from './llms-text.ts';
import type { ListedPage } from './llms-text.ts';
import { pageToMarkdown } from './page-to-markdown.ts';

/** Writes a Markdown version beside every built page, and `llms.txt` and `llms-full.txt` over all of them, in both languages. */
export function markdownPages(): AstroIntegration {
  return {
    name: 'markdown-pages',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const root = fileURLToPath(dir);
        const listed: ListedPage[] = [];
        for (const { pathname } of pages) {
          const page = await writeMarkdown(root, pathname);
          if (page !== undefined) listed.push(page);
        }
        await writeFile(path.join(root, 'llms.txt'), llmsIndex(listed, contents));
        await writeFile(path.join(root, 'llms-full.txt'), llmsFull(listed, contents, 'en'));
        await writeFile(path.join(root, 'zh/llms.txt'), llmsIndex(listed, contents, 'zh'));
        await writeFile(path.join(root, 'zh/llms-full.txt'), llmsFull(listed, contents, 'zh'));
        logger.info(`${listed.length} Markdown pages written`);
      },
    },
  };
}

async function writeMarkdown(root: string, pathname: string): Promise<ListedPage | undefined> {
  if (pathname.startsWith('404')) return undefined;
  const folder = path.join(root, pathname);
  const page = await pageToMarkdown(await readFile(path.join(folder, 'index.html'), 'utf8'));
  if (page === undefined) return undefined;
  await writeFile(path.join(folder, 'index.md'), page.markdown);
  return { ...page, url: `${documentationBaseUrl}/${pathname}index.md`, pathname };
}
