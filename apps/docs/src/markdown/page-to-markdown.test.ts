import { expect, test } from 'vitest';
import { pageToMarkdown } from './page-to-markdown.ts';

const page = `<!doctype html><html lang="zh-CN"><head><meta name="description" content="简介"></head><body><h1>标题</h1>
<div class="sl-markdown-content">
<p>A <code>word</code>.</p><form><input><button>Go</button></form>
<figure class="frame"><figcaption>JSON</figcaption><pre data-language="json"><code><div class="ec-line"><div class="code"><span>{</span></div></div><div class="ec-line"><div class="code"><span>  "a": </span><span>1 }</span></div></div></code></pre><div class="copy"><button>c</button></div></figure>
<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
</div></body></html>`;

test('a page keeps its words, its code and its tables, and loses its controls', async () => {
  expect(await pageToMarkdown(page)).toEqual({
    title: '标题',
    description: '简介',
    language: 'zh-CN',
    markdown: '# 标题\n\nA `word`.\n\n```json\n{\n  "a": 1 }\n```\n\n| x |\n| - |\n| 1 |\n',
  });
});

test('elements that only a style sheet separates are separated by spaces', async () => {
  const html = `<html lang="en"><body><h1>T</h1><div class="sl-markdown-content">
<dl><div><dt>HTTP status</dt><dd><span>400</span></dd></div><div><dt>Family</dt><dd>Operation</dd></div></dl>
<p><code>InstanceName</code><span>string</span><em>required</em></p></div></body></html>`;
  const markdown = (await pageToMarkdown(html))?.markdown;
  expect(markdown).toContain('- **HTTP status**: 400\n- **Family**: Operation');
  expect(markdown).toContain('`InstanceName` string *required*');
});

test('a page without content has no Markdown', async () => {
  expect(await pageToMarkdown('<html><head></head><body><a href="/">moved</a></body></html>')).toBeUndefined();
});
