import { navigation } from './navigation.ts';
import { listedPages } from './sidebar.ts';

/**
 * Shows the not-found page in the language of the address that was asked for. A web server has one such page for all addresses, so it
 * holds both languages.
 */
export function showLanguage(): void {
  if (!location.pathname.startsWith('/zh/')) return;
  document.documentElement.lang = 'zh-CN';
  for (const part of document.querySelectorAll<HTMLElement>('[data-language]')) {
    part.hidden = part.dataset['language'] !== 'zh';
    const title = part.dataset['title'];
    if (title !== undefined) showTitle(title);
  }
  const links = document.querySelectorAll<HTMLAnchorElement>('.site-header a[href^="/"], nav.sidebar a[href^="/"]');
  for (const link of links) translate(link);
}

function translate(link: HTMLAnchorElement): void {
  const path = link.getAttribute('href') ?? '/';
  const inHeader = link.closest('.site-nav') !== null;
  const page = (inHeader ? navigation : listedPages).find((candidate) => candidate.path === path);
  link.href = `/zh${path}`;
  const words = link.querySelector('span') ?? link;
  if (page !== undefined) words.textContent = page.title.zh;
}

function showTitle(title: string): void {
  document.title = `${title} | Semblance`;
  const heading = document.querySelector('h1');
  if (heading !== null) heading.textContent = title;
}
