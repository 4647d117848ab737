import { expect, test } from 'vitest';
import { pageToMarkdown } from './page-to-markdown.ts';

const page = `<!doctype html><html lang="en"><head></head><body><h1>T</h1><div class="sl-markdown-content">
<starlight-tabs><div><ul role="tablist"><li><a role="tab">JSON</a></li><li><a role="tab">XML</a></li></ul></div>
<div role="tabpanel"><p>first</p></div><div role="tabpanel" hidden><p>second</p></div></starlight-tabs>
</div></body></html>`;

test('the content of hidden tabs is part of the page’s Markdown, the names of tabs are not', async () => {
  expect((await pageToMarkdown(page))?.markdown).toBe('# T\n\nfirst\n\nsecond\n');
});
