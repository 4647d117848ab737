import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { isNotFoundPath } from './locale.ts';

/** Points machines to the page's Markdown version, and gives the landing page the menu that a phone needs. */
export const onRequest: ReturnType<typeof defineRouteMiddleware> = defineRouteMiddleware((context) => {
  const route = context.locals.starlightRoute;
  const { pathname } = context.url;
  if (!isNotFoundPath(pathname)) {
    route.head.push({
      tag: 'link',
      attrs: { rel: 'alternate', type: 'text/markdown', href: `${pathname}index.md` },
    });
  }
  if (route.entry.data.hero !== undefined) route.hasSidebar = true;
});
