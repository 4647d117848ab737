import { diagnose, summarize } from '@semblance/signing/doctor';
import type { ReceivedRequest } from '@semblance/signing/verify';
import type { KnownKey } from '../access/find-key.ts';

/** Bytes a stranger may make the doctor hash: a picture in the parameters would otherwise be hashed for every guess. */
const budgetBytes = 4 * 1024 * 1024;

/** Says in a sentence or two why a signature does not match: the first difference and its likely cause. */
export async function explainMismatch(
  request: ReceivedRequest,
  known: KnownKey | undefined,
  knownHosts: readonly string[],
): Promise<string> {
  const options = { nowMs: Date.now(), findKey: () => known?.key };
  return summarize(await diagnose({ request, options, knownHosts, budgetBytes }), 'en');
}
