// @ts-check
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import starlight from '@astrojs/starlight';
import { documentationBaseUrl } from '@semblance/spec/error-policy';
import { defineConfig } from 'astro/config';
import { markdownPages } from './src/markdown/markdown-pages.ts';
import { sidebar } from './src/site/sidebar.ts';

/** Resolves the workspace's packages to their TypeScript sources, for pages and for the browser alike. */
function workspaceSources() {
  return {
    name: 'workspace-sources',
    configEnvironment(/** @type {string} */ name) {
      const platform = name === 'client' ? 'browser' : 'node';
      return {
        resolve: {
          conditions: ['@semblance/source', 'module', platform, 'development|production'],
          noExternal: [/^@semblance\//],
        },
      };
    },
  };
}

/** Lengths of the files that the page's engine loads, for its progress bar. */
function networkFileBytes() {
  const bytesOf = (/** @type {string} */ file) => statSync(file).size;
  const runtime = createRequire(import.meta.url).resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm');
  const model = new URL('../../packages/engine/model/mobilenet-v2-mid.onnx', import.meta.url).pathname;
  return { model: bytesOf(model), runtime: bytesOf(runtime) };
}

export default defineConfig({
  site: documentationBaseUrl,
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: { en: 'Semblance', 'zh-CN': 'Semblance' },
      description: 'CompareSimilarByImage as an open, contract-first system: reference, console, error atlas, guides.',
      logo: { src: './src/assets/logo.svg' },
      favicon: '/favicon.svg',
      customCss: [
        './src/styles/theme.css',
        './src/styles/header.css',
        './src/styles/elements.css',
        './src/styles/controls.css',
        './src/styles/finder.css',
        './src/styles/atlas.css',
        './src/styles/error-page.css',
        './src/styles/reference.css',
        './src/styles/console.css',
        './src/styles/console-result.css',
        './src/styles/score.css',
        './src/styles/landing.css',
      ],
      components: {
        Header: './src/components/Header.astro',
        Hero: './src/components/Hero.astro',
        EditLink: './src/components/MarkdownLink.astro',
        Search: './src/components/Search.astro',
      },
      disable404Route: true,
      head: [
        { tag: 'meta', attrs: { property: 'og:image', content: `${documentationBaseUrl}/og.jpg` } },
        { tag: 'meta', attrs: { property: 'og:image:width', content: '1200' } },
        { tag: 'meta', attrs: { property: 'og:image:height', content: '630' } },
      ],
      routeMiddleware: './src/site/route-middleware.ts',
      locales: {
        root: { label: 'English', lang: 'en' },
        zh: { label: '简体中文', lang: 'zh-CN' },
      },
      sidebar,
      lastUpdated: false,
      pagination: true,
      credits: false,
      expressiveCode: {
        defaultProps: { wrap: true },
        themes: ['github-dark-default', 'github-light-default'],
        styleOverrides: { borderRadius: '0.5rem' },
      },
    }),
    markdownPages(),
  ],
  vite: {
    plugins: [workspaceSources()],
    define: { networkFileBytes: JSON.stringify(networkFileBytes()) },
    worker: { format: 'es', plugins: () => [workspaceSources()] },
  },
});
