import { signV1, signV3 } from '@semblance/signing';
import type { Parameter, SignV1Input, SignV3Input } from '@semblance/signing';
import { verify } from '@semblance/signing/verify';
import type { ReceivedRequest, VerifyOptions } from '@semblance/signing/verify';

/** Where a V1 client puts its parameters. `split`: common ones in the query, the operation's in the form. */
export type PlacementV1 = 'query' | 'body' | 'split';

const utf8 = new TextEncoder();

/** Form encoding of a browser or Node client: `*` is kept, a space becomes `+`. */
function formEncode(parameters: Iterable<Parameter>): string {
  return new URLSearchParams([...parameters].map(([name, value]) => [name, value])).toString();
}

/** Signs a request and returns it as a server receives it. */
export async function received(input: SignV3Input): Promise<ReceivedRequest> {
  const { headers } = await signV3(input);
  const query = formEncode(input.query ?? []);
  return {
    method: input.method,
    target: query === '' ? '/' : `/?${query}`,
    headers: { host: input.host, accept: 'application/json', 'user-agent': 'test', ...headers },
    body: input.body ?? new Uint8Array(),
  };
}

/** Signs a V1 request and returns it as a server receives it. */
export async function receivedV1(input: SignV1Input, placement: PlacementV1): Promise<ReceivedRequest> {
  const { commonParameters } = await signV1(input);
  const own = [...input.parameters];
  const query = formEncode(
    placement === 'body' ? [] : placement === 'split' ? commonParameters : [...own, ...commonParameters],
  );
  const form = formEncode(placement === 'body' ? [...own, ...commonParameters] : placement === 'split' ? own : []);
  return {
    method: input.method,
    target: query === '' ? '/' : `/?${query}`,
    headers: { host: 'localhost', 'x-acs-action': input.action, 'content-type': 'application/x-www-form-urlencoded' },
    body: utf8.encode(form),
  };
}

/** Verifies a request. @returns `accepted`, or the code of the refusal. */
export async function verifiedCode(
  request: ReceivedRequest | Promise<ReceivedRequest>,
  options: VerifyOptions,
): Promise<string> {
  const verification = await verify(await request, options);
  return verification.ok ? 'accepted' : verification.failure.code;
}
