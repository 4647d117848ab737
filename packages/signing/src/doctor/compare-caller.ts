import type { CauseId } from './cause.ts';
import type { Difference } from './diagnosis.ts';

/** The first line in which the caller's canonical request differs from the server's. */
export interface LineDifference extends Difference {
  readonly cause: CauseId;
}

/** Compares two canonical requests line by line; `undefined` when they are the same. */
export function compareCanonicalRequests(server: string, caller: string): LineDifference | undefined {
  const ours = server.split('\n');
  const theirs = caller.split('\n');
  for (let index = 0; index < Math.max(ours.length, theirs.length); index += 1) {
    const received = ours[index] ?? '(no such line)';
    const signed = theirs[index] ?? '(no such line)';
    if (received !== signed)
      return { ...classify(ours, theirs, index), received: mask(received), signed: mask(signed) };
  }
  return undefined;
}

function classify(
  ours: readonly string[],
  theirs: readonly string[],
  index: number,
): { readonly part: string; readonly cause: CauseId } {
  const fixed = fixedLines[index];
  if (fixed !== undefined) return fixed;
  if (index === ours.length - 1) return { part: 'body', cause: 'body-changed' };
  if (index === ours.length - 2) return { part: 'signed headers', cause: 'not-covered' };
  if (index === ours.length - 3) {
    return {
      part: 'canonical headers',
      cause: theirs.includes('') ? 'canonical-request-differs' : 'blank-line-missing',
    };
  }
  const name = ours[index]?.split(':', 1)[0] ?? '';
  const sameName = theirs[index]?.split(':', 1)[0] === name;
  return { part: name, cause: sameName ? (headerCauses.get(name) ?? 'canonical-request-differs') : 'not-covered' };
}

const fixedLines: readonly { readonly part: string; readonly cause: CauseId }[] = [
  { part: 'method', cause: 'method-changed' },
  { part: 'path', cause: 'path-changed' },
  { part: 'query', cause: 'canonical-request-differs' },
];

const headerCauses: ReadonlyMap<string, CauseId> = new Map([
  ['host', 'host-rewritten'],
  ['content-type', 'content-type-changed'],
  ['x-acs-action', 'action-changed'],
  ['x-acs-content-sha256', 'body-changed'],
]);

function mask(line: string): string {
  return line.startsWith('x-acs-security-token:') ? 'x-acs-security-token:…' : line;
}

/** First place where two V1 strings to sign differ, parameter by parameter; `undefined` when they are the same. */
export function compareStringsToSignV1(server: string, caller: string): LineDifference | undefined {
  const ours = pieces(server);
  const theirs = pieces(caller);
  for (let index = 0; index < Math.max(ours.length, theirs.length); index += 1) {
    const received = ours[index] ?? '(nothing)';
    const signed = theirs[index] ?? '(nothing)';
    if (received !== signed) {
      const part = ['method', 'path'][index] ?? received.split('%3D', 1)[0] ?? '';
      const cause = index === 0 ? 'method-changed' : index === 1 ? 'path-not-encoded' : 'canonical-request-differs';
      return part === 'SecurityToken'
        ? { part, cause: 'security-token', received: '…', signed: '…' }
        : { part, cause, received, signed };
    }
  }
  return undefined;
}

function pieces(stringToSign: string): readonly string[] {
  const [method = '', path = '', ...rest] = stringToSign.split('&');
  return [method, path, ...rest.join('&').split('%26')];
}
