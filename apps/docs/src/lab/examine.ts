import { diagnose, workedSteps } from '@semblance/signing/doctor';
import type { Diagnosis, WorkedStep } from '@semblance/signing/doctor';
import type { ReceivedRequest } from '@semblance/signing/verify';

/** What is known besides the request. */
export interface Examined {
  readonly accessKeySecret: string;
  readonly securityToken: string;
  /** What the reader's own code computed, if known. */
  readonly canonicalRequest: string;
  readonly stringToSign: string;
  /** Whether to check the signature only, as if the request had been made now. */
  readonly ignoreClock: boolean;
}

/** What the lab shows. */
export interface Findings {
  readonly diagnosis: Diagnosis;
  /** The steps to the correct signature; `undefined` when the request does not say what was signed. */
  readonly steps: readonly WorkedStep[] | undefined;
}

const foreverMs = Number.MAX_SAFE_INTEGER;

/** Examines a request with its sender's secret. No data leaves the page. */
export async function examine(request: ReceivedRequest, known: Examined): Promise<Findings> {
  const temporary =
    known.securityToken === '' ? undefined : { securityToken: known.securityToken, expiresAtMs: foreverMs };
  const diagnosis = await diagnose({
    request,
    options: {
      findKey: () => ({ accessKeySecret: known.accessKeySecret, temporary }),
      nowMs: Date.now(),
      windowMs: known.ignoreClock ? foreverMs : undefined,
    },
    caller: {
      canonicalRequest: known.canonicalRequest === '' ? undefined : known.canonicalRequest,
      stringToSign: known.stringToSign === '' ? undefined : known.stringToSign,
    },
  });
  return { diagnosis, steps: await workedSteps(request, known.accessKeySecret) };
}
