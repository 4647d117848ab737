import { detectDialect } from './detect-dialect.ts';
import type { ReceivedRequest } from './received-request.ts';
import type { Verification, VerifyOptions } from './verification.ts';
import { verifyV1 } from './verify-v1.ts';
import { verifyV3 } from './verify-v3.ts';

/** Verifies a request of either dialect; an unsigned one is refused as V1 with the first `Missing…` code. */
export async function verify(request: ReceivedRequest, options: VerifyOptions): Promise<Verification> {
  return detectDialect(request.headers) === 'V3' ? verifyV3(request, options) : verifyV1(request, options);
}
