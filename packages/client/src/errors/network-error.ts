import { errorKind, SemblanceError } from './semblance-error.ts';

/** No answer arrived: refused, reset, unknown host, TLS, or a browser's cross-origin rules. `cause` is the platform's error. */
export class NetworkError extends SemblanceError<'NetworkFailed'> {
  override readonly name = 'NetworkError';

  constructor(action: string, host: string, cause: unknown) {
    const reason = rootMessage(cause);
    const message = `${action} got no answer from ${host}: ${reason}. Check the address and that the server runs.`;
    super('network', { code: 'NetworkFailed', message }, { cause, retry: 'backoff' });
  }
}

/** Whether `value` says that no answer arrived, from any copy of this package. */
export function isNetworkError(value: unknown): value is NetworkError {
  return errorKind(value) === 'network';
}

/** Node's fetch says only "fetch failed"; what happened stands in the innermost cause. */
function rootMessage(error: unknown): string {
  let innermost = error;
  for (let depth = 0; depth < 8 && innermost instanceof Error && innermost.cause !== undefined; depth += 1)
    innermost = innermost.cause;

  if (!(innermost instanceof Error)) return String(innermost);
  const code = (innermost as { code?: unknown }).code;
  return innermost.message || (typeof code === 'string' ? code : innermost.name);
}
