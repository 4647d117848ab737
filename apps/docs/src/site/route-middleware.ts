import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { isNotFoundPath } from './locale.ts';

/** Links the page's Markdown version for machines, and adds the menu for phones to the landing page. */
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
