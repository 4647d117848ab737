import { isChinesePreferred } from './language-offer.ts';
import { isNotFoundPath } from './locale.ts';

/** Words of the frame, English → Chinese. */
type Words = Readonly<Record<string, string>>;

const wordAttributes = ['aria-label', 'title', 'placeholder'];

/**
 * Shows the not-found page in the language of the address that was asked for, and to Chinese browsers in Chinese. A web server has one
 * such page for all addresses, so it holds both languages. It has to run before the elements of the frame read their words.
 */
export function showLanguage(): void {
  if (!wantsChinese()) return;
  document.documentElement.lang = 'zh-CN';
  for (const part of document.querySelectorAll<HTMLElement>('[data-language]')) {
    part.hidden = part.dataset['language'] !== 'zh';
    const { title, words } = part.dataset;
    if (title !== undefined) showTitle(title);
    if (words !== undefined) translateFrame(JSON.parse(words) as Words);
  }
}

/** The addresses of the page itself, where its choice of languages leads, say it plainly; else the browser is asked, too. */
function wantsChinese(): boolean {
  if (location.pathname.startsWith('/zh/')) return true;
  return !isNotFoundPath(location.pathname) && isChinesePreferred();
}

function translateFrame(words: Words): void {
  for (const root of document.querySelectorAll<HTMLElement>('.sl-skip-link, .site-header, nav.sidebar')) {
    translateTexts(root, words);
    for (const element of [root, ...root.querySelectorAll<HTMLElement>('*')]) translateElement(element, words);
  }
}

function translateTexts(root: HTMLElement, words: Words): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const node = texts.currentNode;
    const english = node.textContent?.trim() ?? '';
    const chinese = words[english];
    if (chinese !== undefined) node.textContent = chinese;
  }
}

function translateElement(element: HTMLElement, words: Words): void {
  for (const name of wordAttributes) {
    const chinese = words[element.getAttribute(name) ?? ''];
    if (chinese !== undefined) element.setAttribute(name, chinese);
  }
  const { translations } = element.dataset;
  if (translations !== undefined) element.dataset['translations'] = translated(translations, words);
  if (element instanceof HTMLAnchorElement) localize(element);
  if (element instanceof HTMLOptionElement && element.value.startsWith('/zh/')) element.selected = true;
}

/** The words that the search is handed, as JSON. */
function translated(json: string, words: Words): string {
  const entries = Object.entries(JSON.parse(json) as Words);
  return JSON.stringify(Object.fromEntries(entries.map(([name, word]) => [name, words[word] ?? word])));
}

function localize(link: HTMLAnchorElement): void {
  const path = link.getAttribute('href') ?? '';
  if (path.startsWith('/')) link.href = `/zh${path}`;
}

function showTitle(title: string): void {
  document.title = `${title} | Semblance`;
  const heading = document.querySelector('h1');
  if (heading !== null) heading.textContent = title;
}
