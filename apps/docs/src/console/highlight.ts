import type { HighlighterCore } from 'shiki/core';

/** Languages that the console shows. */
const grammars = {
  json: () => import('@shikijs/langs/json'),
  xml: () => import('@shikijs/langs/xml'),
  typescript: () => import('@shikijs/langs/typescript'),
  python: () => import('@shikijs/langs/python'),
  java: () => import('@shikijs/langs/java'),
  go: () => import('@shikijs/langs/go'),
  csharp: () => import('@shikijs/langs/csharp'),
  php: () => import('@shikijs/langs/php'),
  shellscript: () => import('@shikijs/langs/shellscript'),
} as const;

/** A language that can be highlighted. */
export type CodeLanguage = keyof typeof grammars;

/** The themes of the site's other pages. */
const themes = { dark: 'github-dark-default', light: 'github-light-default' } as const;

let opening: Promise<HighlighterCore> | undefined;

async function open(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ]);
  return createHighlighterCore({
    themes: [import('@shikijs/themes/github-dark-default'), import('@shikijs/themes/github-light-default')],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
}

/** Shows code at once and highlights it as soon as its grammar is loaded. Newer code in the element is left alone. */
export async function highlightInto(element: HTMLElement, code: string, language: CodeLanguage): Promise<void> {
  if (element.dataset['code'] === code && element.dataset['language'] === language) return;
  element.dataset['code'] = code;
  element.dataset['language'] = language;
  element.textContent = code;
  if (code === '') return;
  try {
    opening ??= open();
    const highlighter = await opening;
    await highlighter.loadLanguage(grammars[language]());
    const lines = highlighter.codeToTokens(code, { lang: language, themes, defaultColor: false }).tokens;
    if (element.dataset['code'] !== code) return;
    element.replaceChildren(
      ...lines.flatMap((line, index) => [...(index === 0 ? [] : ['\n']), ...line.map(tokenSpan)]),
    );
  } catch {
    opening = undefined;
  }
}

function tokenSpan({
  content,
  htmlStyle,
}: {
  content: string;
  htmlStyle?: string | Record<string, string>;
}): HTMLElement {
  const span = document.createElement('span');
  span.textContent = content;
  for (const [name, value] of Object.entries(typeof htmlStyle === 'object' ? htmlStyle : {}))
    span.style.setProperty(name, value);
  return span;
}
