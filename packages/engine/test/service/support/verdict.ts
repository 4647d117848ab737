import { errorCatalog } from '@semblance/spec/error-catalog';
import { isErrorCode } from '@semblance/spec/error-policy';
import { mismatchMessageV1 } from '@semblance/spec/protocol';
import type { Reply } from './call.ts';

/** Codes that the tests of a file have seen on the wire, with the status and message of the contract. */
export const seen: Set<string> = new Set<string>();

/** The code of an answer, if status, message, headers and envelope are the contract's; otherwise what is wrong with it. */
export function verdict({ status, headers, json }: Reply): string {
  const code = String(json['Code']);
  if (!isErrorCode(code)) return `${code} is no code of the contract`;
  const { httpStatus, message } = errorCatalog[code];
  if (status !== httpStatus) return `${code} with status ${status}`;
  const extended =
    code === 'SignatureDoesNotMatch' &&
    [message, mismatchMessageV1].some((start) => String(json['Message']).startsWith(start));
  if (json['Message'] !== message && !extended) return `${code} with the message ${String(json['Message'])}`;
  if (json['HostId'] !== '127.0.0.1') return `${code} with the HostId ${String(json['HostId'])}`;
  if (headers['x-acs-request-id'] !== json['RequestId']) return `${code} with another request id in its header`;
  if (headers['content-type'] !== 'application/json;charset=utf-8')
    return `${code} as ${String(headers['content-type'])}`;
  if (headers['x-simulated'] !== undefined) return `${code}, simulated`;
  seen.add(code);
  return code;
}
