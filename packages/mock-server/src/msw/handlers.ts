import { http } from 'msw/http';
import type { HttpHandler } from 'msw/http';
import type { Mock } from '../mock.ts';
import { createMock } from '../mock.ts';
import type { MockOptions } from '../mock-options.ts';

/** Options of a mock, and where it listens. */
export interface HandlerOptions extends MockOptions {
  /**
   * Origin the handlers answer for, such as `https://imagesearch.cn-shanghai.aliyuncs.com`. Then every request to its
   * path `/` is answered, wrong actions included. Default: any origin, but only requests that name one of the mock's actions.
   */
  readonly endpoint?: string | undefined;
  /** A mock made before, to say and ask things during the test; the options of `createMock` are then ignored. */
  readonly mock?: Mock | undefined;
}

/**
 * Handlers for MSW's `setupServer` and `setupWorker`: one handler that dispatches by `Action`, as every operation of the
 * gateway has the path `/`.
 * @example
 * const mock = createMock();
 * const server = setupServer(...compareSimilarByImageHandlers({ mock }));
 */
export function compareSimilarByImageHandlers(options: HandlerOptions = {}): HttpHandler[] {
  const { mock = createMock(options), endpoint } = options;
  const origin = endpoint === undefined ? undefined : new URL(endpoint).origin;
  const isOurs = async (request: Request): Promise<boolean> =>
    (origin !== undefined && isRootOf(origin, request)) || mock.claims(request);
  return [
    http.all(
      ({ request }) => isOurs(request),
      ({ request }) => mock.respond(request),
    ),
  ];
}

function isRootOf(origin: string, request: Request): boolean {
  const url = new URL(request.url);
  return url.origin === origin && url.pathname === '/';
}
