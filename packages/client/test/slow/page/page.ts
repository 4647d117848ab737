import { createClient, isApiError, isNetworkError } from '@semblance/client';
import type { ClientOptions, Credentials } from '@semblance/client';

/** The options that can be passed to a page. */
export interface PageOptions extends Pick<ClientOptions, 'instanceName' | 'format' | 'dialect' | 'transfer' | 'retry'> {
  readonly endpoint: string;
  readonly credentials?: Credentials;
}

/** Task of the page. */
export interface PageTask {
  readonly options: PageOptions;
  /** Base64 of the two pictures. */
  readonly pictures: readonly [string, string];
  readonly as: 'file' | 'stream' | 'bytes' | 'base64';
}

/** Result of the page. */
export interface PageResult {
  readonly score?: number;
  readonly transfer?: string;
  readonly code?: string;
  readonly detail?: unknown;
}

declare global {
  interface Window {
    compareInPage: (task: PageTask) => Promise<PageResult>;
    checkInPage: (picture: string) => Promise<unknown>;
    manyInPage: (task: PageTask, count: number) => Promise<number[]>;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function inputOf(base64: string, as: PageTask['as']): Blob | ReadableStream<Uint8Array> | Uint8Array | string {
  switch (as) {
    case 'file':
      return new File([bytesOf(base64)], 'picture.jpg', { type: 'image/jpeg' });
    case 'stream':
      return new Blob([bytesOf(base64)]).stream();
    case 'bytes':
      return bytesOf(base64);
    case 'base64':
      return base64;
  }
}

window.compareInPage = async ({ options, pictures, as }) => {
  try {
    const { score, transfer } = await createClient(options).compare(inputOf(pictures[0], as), inputOf(pictures[1], as));
    return { score, transfer };
  } catch (error) {
    if (isApiError(error)) return { code: error.code, detail: error.accessDeniedDetail };
    if (isNetworkError(error)) return { code: error.code };
    return { code: String(error) };
  }
};

window.checkInPage = (picture) =>
  createClient({ endpoint: 'http://localhost', instanceName: 'demo' }).check(bytesOf(picture));

window.manyInPage = async ({ options, pictures, as }, count) => {
  const pairs = Array.from({ length: count }, () => ({
    primary: inputOf(pictures[0], as),
    secondary: inputOf(pictures[1], as),
  }));
  const scores: number[] = [];
  for await (const outcome of createClient(options).compareMany(pairs))
    if (outcome.ok) scores.push(outcome.comparison.score);
  return scores;
};
