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
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.site-header a[href^="/"]'))
    link.href = `/zh${link.getAttribute('href') ?? '/'}`;
}

function showTitle(title: string): void {
  document.title = `${title} | Semblance`;
  const heading = document.querySelector('h1');
  if (heading !== null) heading.textContent = title;
}
