import type { ProxyAddress } from './proxy-address.ts';

/** The proxy is unreachable or refuses; the server behind it was not asked. */
export class ProxyFailure extends Error {
  /** Address of the proxy, without user and password. */
  readonly proxy: string;
  /** Status of the proxy's answer; `undefined` without an answer. */
  readonly httpStatus: number | undefined;

  constructor({ name }: ProxyAddress, problem: string, facts: { cause?: unknown; httpStatus?: number | undefined }) {
    super(problem, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.proxy = name;
    this.httpStatus = facts.httpStatus;
  }
}

/** The failure for an answer in which a proxy refuses. */
export function refusal(proxy: ProxyAddress, httpStatus: number): ProxyFailure {
  const cure = httpStatus === 407 ? '; put user and password into its address: http://user:password@proxy' : '';
  return new ProxyFailure(proxy, `it answers with HTTP ${httpStatus}${cure}`, { httpStatus });
}
