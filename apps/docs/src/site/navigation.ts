import { isNotFoundPath } from './locale.ts';
import type { Localized } from './locale.ts';

/** A link at the top of every page. */
export interface NavigationLink {
  readonly path: string;
  readonly title: Localized<string>;
}

/** The links at the top of every page. */
export const navigation: readonly NavigationLink[] = [
  { path: '/start/', title: { en: 'Docs', zh: '文档' } },
  { path: '/console/', title: { en: 'Console', zh: '控制台' } },
  { path: '/errors/', title: { en: 'Errors', zh: '错误' } },
  { path: '/reference/', title: { en: 'Reference', zh: '参考' } },
];

/** Whether a page belongs under a link: the same folder, and for the docs everything that has no link of its own. */
export function isCurrent(link: NavigationLink, pathname: string): boolean {
  const path = pathname.replace(/^\/zh\//u, '/');
  if (link.path !== '/start/') return path.startsWith(link.path);
  return (
    path !== '/' && !isNotFoundPath(path) && !navigation.some((other) => other !== link && path.startsWith(other.path))
  );
}
