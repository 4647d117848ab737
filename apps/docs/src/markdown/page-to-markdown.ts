import type { Element, Nodes } from 'hast';
import { select, selectAll } from 'hast-util-select';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { toText } from './element-text.ts';

/** A page of the site as Markdown. */
export interface MarkdownPage {
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Starts with the title as a heading. */
  readonly markdown: string;
}

const parser = unified().use(rehypeParse);
const writer = unified().use(rehypeRemark).use(remarkGfm).use(remarkStringify, { bullet: '-', fences: true });

/**
 * Turns the readable part of a built page into Markdown: its title, then its content without forms and other controls.
 * @returns `undefined` for a page without content, such as a redirect.
 */
export async function pageToMarkdown(html: string): Promise<MarkdownPage | undefined> {
  const tree = parser.parse(html);
  const content = select('.sl-markdown-content', tree);
  const heading = select('h1', tree);
  if (content === undefined || heading === undefined) return undefined;
  simplify(content);
  const title = toText(heading).trim();
  const body = writer.stringify(await writer.run({ type: 'root', children: content.children }));
  return {
    title,
    description: String(select('meta[name="description"]', tree)?.properties['content'] ?? ''),
    language: String(select('html', tree)?.properties['lang'] ?? ''),
    markdown: `# ${title}\n\n${body}`,
  };
}

const unreadable =
  'script, style, form, button, svg, input, select, textarea, .sl-anchor-link, [data-no-markdown], [hidden]:not([role="tabpanel"]), [role="tablist"], .copy';

/** Removes controls, and joins highlighted code into one text. */
function simplify(content: Element): void {
  const dropped = new Set<Nodes>(selectAll(unreadable, content));
  dropChildren(content, dropped);
  for (const list of selectAll('dl', content)) asList(list);
  separate(content);
  for (const block of selectAll('figure', content)) {
    const pre = select('pre', block);
    if (pre !== undefined) block.children = [plainPre(pre)];
  }
}

function dropChildren(parent: Element, dropped: ReadonlySet<Nodes>): void {
  parent.children = parent.children.filter((child) => !dropped.has(child));
  for (const child of parent.children) if (child.type === 'element') dropChildren(child, dropped);
}

/** A list of terms as a list of points: “**term**: what it is”. */
function asList(list: Element): void {
  const parts = selectAll('dt, dd', list);
  const items: Element[] = [];
  for (const part of parts) {
    const last = items.at(-1);
    if (part.tagName === 'dt' || last === undefined) {
      const term: Element = { type: 'element', tagName: 'strong', properties: {}, children: part.children };
      items.push({ type: 'element', tagName: 'li', properties: {}, children: [term, { type: 'text', value: ': ' }] });
    } else {
      last.children.push({ type: 'text', value: ' ' }, ...part.children);
    }
  }
  list.tagName = 'ul';
  list.children = items;
}

/** Inserts spaces between adjacent elements that only a style sheet separates. */
function separate(parent: Element): void {
  if (parent.tagName === 'pre' || parent.tagName === 'code') return;
  parent.children = parent.children.flatMap((child, at) => {
    const before = parent.children[at - 1];
    const touch = child.type === 'element' && before?.type === 'element';
    return touch ? [{ type: 'text' as const, value: ' ' }, child] : [child];
  });
  for (const child of parent.children) if (child.type === 'element') separate(child);
}

function plainPre(pre: Element): Element {
  const language = String(pre.properties['dataLanguage'] ?? '');
  const lines = selectAll('.ec-line', pre).map((line) => toText(line).replace(/\n$/u, ''));
  const code: Element = {
    type: 'element',
    tagName: 'code',
    properties: { className: [`language-${language}`] },
    children: [{ type: 'text', value: `${lines.join('\n')}\n` }],
  };
  return { type: 'element', tagName: 'pre', properties: {}, children: [code] };
}
