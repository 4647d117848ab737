/** An element with a class and plain text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  ...[text, language]: readonly [text?: string, language?: string]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  if (text !== undefined) made.textContent = text;
  if (language !== undefined) made.lang = language;
  return made;
}

/** A link. */
export function link(href: string, text: string, className = ''): HTMLAnchorElement {
  const anchor = element('a', className, text);
  anchor.href = href;
  return anchor;
}

/** Fills a node with text in which backticks mark code. */
export function richText<Holder extends HTMLElement>(holder: Holder, text: string): Holder {
  for (const [index, part] of text.split('`').entries())
    holder.append(index % 2 === 1 ? element('code', '', part) : part);
  return holder;
}
