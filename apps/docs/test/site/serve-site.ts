import path from 'node:path';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site, without a final slash. */
    siteUrl: string;
  }
}

/** Serves the built site for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await preview({
    root: path.join(import.meta.dirname, '../..'),
    logLevel: 'error',
    server: { port: 0 },
  });
  project.provide('siteUrl', `http://127.0.0.1:${server.port}`);
  return () => server.stop();
}
