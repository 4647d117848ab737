import { http } from 'msw/http';
import type { HttpHandler } from 'msw/http';
import { passthrough } from 'msw/utils/passthrough';
import { preflightHeaders } from '../answer/preflight.ts';
import { originsOf } from '../call/service-hosts.ts';
import type { Mock } from '../mock/mock.ts';
import { givenMock } from '../mock/mock.ts';
import type { MockOptions } from '../mock/mock-options.ts';
import { upstreamMark } from '../record/upstream-mark.ts';
import { connectionReset } from './connection-reset.ts';

/** Options of a mock, and which requests it answers. */
export interface HandlerOptions extends MockOptions {
  /**
   * Where the handlers answer: an origin such as `https://imagesearch.cn-shanghai.aliyuncs.com`, a bare host, or several. Every request
   * to it is answered, and no other, except uploads to a host that the mock handed out. Default: every request to Image Search, of any
   * region, whatever it asks for, and what names one of the mock's actions at any other host.
   */
  readonly endpoint?: string | readonly string[] | undefined;
  /** Which of these requests go to the real service all the same; default: none. */
  readonly passthrough?: ((request: Request) => boolean | Promise<boolean>) | undefined;
  /** A mock made before, to say and ask things during the test. The options of `createMock` are then given to that. */
  readonly mock?: Mock | undefined;
}

/**
 * Handlers for MSW's `setupServer` and `setupWorker`: one handler that dispatches by `Action`, as every operation of the
 * gateway has the path `/`.
 * @example
 * const mock = createMock();
 * const server = setupServer(...compareSimilarByImageHandlers({ mock }));
 * @throws TypeError for an endpoint that is no address.
 */
export function compareSimilarByImageHandlers(options: HandlerOptions = {}): HttpHandler[] {
  const { mock: given, endpoint, passthrough: isLetThrough, ...mockOptions } = options;
  const mock = givenMock('compareSimilarByImageHandlers', given, mockOptions);
  const origins = endpoint === undefined ? undefined : originsOf(endpoint);
  const isOurs = async (request: Request): Promise<boolean> =>
    origins === undefined
      ? mock.claims(request)
      : origins.has(new URL(request.url).origin) || mock.claimsUpload(request);
  return [
    http.all(
      ({ request }) => isOurs(request),
      async ({ request }) => {
        const isOwn = request.headers.has(upstreamMark);
        return isOwn || (await isLetThrough?.(request.clone())) === true ? passthrough() : answer(mock, request);
      },
    ),
  ];
}

async function answer(mock: Mock, request: Request): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflightHeaders });
  const response = await mock.respond(request);
  // What MSW makes of an error response has no code; a broken connection has one, and callers look for it.
  if (response.type === 'error' && isNode) return connectionReset(request);
  return response;
}

/** jsdom included: its requests, too, are made by Node. */
const isNode = typeof process === 'object' && process.versions?.node !== undefined;
