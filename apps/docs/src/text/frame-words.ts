import { siteText } from './site.ts';
import { navigation } from '../site/navigation.ts';
import { contents, listedPages } from '../site/sidebar.ts';

/** Gives a word of Starlight's own by its name, in a language of the site. */
export type FrameTranslation = (name: string, options: { readonly lng: string }) => string;

/**
 * Every word of the frame around a page, English → Chinese: header, search, controls, table of contents. The not-found page is one
 * file for both languages and exchanges them in the browser.
 */
export function chineseFrameWords(names: readonly string[], translation: FrameTranslation): Record<string, string> {
  const own = [navigation, listedPages].flatMap((links) => links.map(({ title }) => [title.en, title.zh] as const));
  const sections = contents.map(({ label }) => [label.en, label.zh] as const);
  const starlight = names.map(
    (name) => [translation(name, { lng: 'en' }), translation(name, { lng: 'zh-CN' })] as const,
  );
  const { en, zh } = siteText;
  const texts = [
    [en.navigation, zh.navigation],
    [en.repository, zh.repository],
  ] as const;
  return Object.fromEntries(
    [...starlight, ...texts, ...sections, ...own].filter(([english, chinese]) => english !== chinese),
  );
}
