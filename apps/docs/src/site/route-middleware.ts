import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

/** Points machines to the page's Markdown version. */
export const onRequest: ReturnType<typeof defineRouteMiddleware> = defineRouteMiddleware((context) => {
  const { head } = context.locals.starlightRoute;
  head.push({
    tag: 'link',
    attrs: { rel: 'alternate', type: 'text/markdown', href: `${context.url.pathname}index.md` },
  });
});
