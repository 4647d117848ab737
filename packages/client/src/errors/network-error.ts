import { errorKind, SemblanceError } from './semblance-error.ts';

/** No answer arrived: refused, reset, unknown host, TLS, or a browser's cross-origin rules. `cause` is the platform's error. */
export class NetworkError extends SemblanceError<'NetworkFailed'> {
  override readonly name = 'NetworkError';

  /** Address of the proxy if the proxy is unreachable or refuses; the server was then not asked. */
  readonly proxy: string | undefined;

  constructor(action: string, host: string, cause: unknown) {
    const { proxy, httpStatus } = (cause ?? {}) as { proxy?: string; httpStatus?: number };
    const reason = rootMessage(cause);
    const message =
      proxy === undefined
        ? `${action} got no answer from ${host}. Check the address and that the server runs: ${reason}`
        : `${action} did not reach ${host}: the proxy ${proxy} lets nothing through: ${reason}`;
    const isRefused = httpStatus !== undefined && httpStatus < 500;
    super(
      'network',
      { code: 'NetworkFailed', message },
      { cause, httpStatus: proxy === undefined ? undefined : httpStatus, retry: isRefused ? 'never' : 'backoff' },
    );
    this.proxy = proxy;
  }
}

/** Whether `value` is a `NetworkError`, from any copy of this package. */
export function isNetworkError(value: unknown): value is NetworkError {
  return errorKind(value) === 'network';
}

/** Message of the innermost cause; Node's fetch itself says only "fetch failed". */
function rootMessage(error: unknown): string {
  let innermost = error;
  for (let depth = 0; depth < 8 && innermost instanceof Error && innermost.cause !== undefined; depth += 1)
    innermost = innermost.cause;

  if (!(innermost instanceof Error)) return String(innermost);
  const code = (innermost as { code?: unknown }).code;
  return innermost.message || (typeof code === 'string' ? code : innermost.name);
}
