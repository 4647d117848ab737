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
   * Origins that the handlers answer for, such as `https://imagesearch.cn-shanghai.aliyuncs.com`, or bare hosts. All requests to them are
   * answered and no others, except uploads to a host that the mock issued. Default: all requests to Image Search in any region, and
   * requests to other hosts that name one of the mock's actions.
   */
  readonly endpoint?: string | readonly string[] | undefined;
  /** Selects requests that are sent to the real service instead; default: none. */
  readonly passthrough?: ((request: Request) => boolean | Promise<boolean>) | undefined;
  /** An existing mock, to control and inspect it during the test. It then takes the options of `createMock`. */
  readonly mock?: Mock | undefined;
}

/**
 * Handlers for MSW's `setupServer` and `setupWorker`: one handler that dispatches by `Action`, as every operation of the gateway has the
 * path `/`.
 * @example const mock = createMock(); const server = setupServer(...compareSimilarByImageHandlers({ mock }));
 * @throws TypeError for an endpoint that is not an address.
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
  // MSW turns an error response into an error without a code, but callers check the code of a broken connection.
  if (response.type === 'error' && isNode) return connectionReset(request);
  return response;
}

/** True in jsdom too, whose requests are made by Node. */
const isNode = typeof process === 'object' && process.versions?.node !== undefined;
