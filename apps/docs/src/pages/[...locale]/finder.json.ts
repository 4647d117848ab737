import type { APIRoute } from 'astro';
import { finderEntries } from '../../finder/finder-entries.ts';
import { localeParameter, locales } from '../../site/locale.ts';
import type { Locale } from '../../site/locale.ts';

/** One list per language. */
export function getStaticPaths(): { params: { locale: string | undefined }; props: { locale: Locale } }[] {
  return locales.map((locale) => ({ params: { locale: localeParameter(locale) }, props: { locale } }));
}

/** The entries of finder and search, loaded when a reader begins to type. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) =>
  new Response(JSON.stringify(finderEntries(props.locale)), {
    headers: { 'content-type': 'application/json;charset=utf-8' },
  });
