/** Languages of the site. */
export const locales = ['en', 'zh'] as const;

/** A language of the site; English is at the root. */
export type Locale = (typeof locales)[number];

/** A value in every language; a missing one is a type error. */
export type Localized<Value> = Readonly<Record<Locale, Value>>;

/** The language a path is written in. */
export function localeOfPath(pathname: string): Locale {
  return pathname.split('/')[1] === 'zh' ? 'zh' : 'en';
}

/** The language the page in this browser is shown in; the not-found page decides it there. */
export function shownLocale(): Locale {
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
}

/** Whether a path is that of the page for addresses that have none. */
export function isNotFoundPath(pathname: string): boolean {
  return /\/404(?:\.html)?\/?$/u.test(pathname);
}

/** Address of `path` (which starts at the site's root, with a slash) in `locale`. */
export function localizedPath(locale: Locale, path: string): string {
  return locale === 'en' ? path : `/${locale}${path}`;
}

/** Value of the `[...locale]` route parameter: none for the language at the root. */
export function localeParameter(locale: Locale): string | undefined {
  return locale === 'en' ? undefined : locale;
}

/** Static paths of a page that exists once per language. */
export function localeStaticPaths(): { params: { locale: string | undefined }; props: { locale: Locale } }[] {
  return locales.map((locale) => ({ params: { locale: localeParameter(locale) }, props: { locale } }));
}
