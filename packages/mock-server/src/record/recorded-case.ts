import { compareAction } from '@semblance/spec/protocol';
import { receiveCall } from '../call/receive-call.ts';
import type { Call } from '../call/call.ts';
import { fromFetchRequest } from '../call/from-fetch-request.ts';
import { summariseContent } from './summarise-picture.ts';
import type { PictureSummary } from './journal-entry.ts';

/** One exchange with a real service: what was asked, as fingerprints, and what was answered, to the letter. */
export interface RecordedCase {
  readonly request: {
    readonly action: string;
    readonly instanceName: string | undefined;
    readonly format: 'JSON' | 'XML';
    /** Fingerprints of the two files; `undefined` when there was none. */
    readonly primary: string | undefined;
    readonly secondary: string | undefined;
  };
  readonly response: { readonly status: number; readonly contentType: string; readonly body: string };
}

/**
 * Records an exchange with any service, so that it can be replayed with `createMock({ replay })`. The result is plain
 * JSON and holds no picture and no credential.
 * @param response  is cloned; the caller can still read it.
 */
export async function recordCase(request: Request, response: Response): Promise<RecordedCase> {
  const call = receiveCall(await fromFetchRequest(request));
  return {
    request: caseKey(call),
    response: {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body: await response.clone().text(),
    },
  };
}

/** What identifies a request among recorded ones. */
export function caseKey(call: Call): RecordedCase['request'] {
  const pictures = { primary: 'PrimaryPicContent', secondary: 'SecondaryPicContent' } as const;
  return {
    action: call.action ?? compareAction.action,
    instanceName: call.instanceName,
    format: call.answer.format,
    primary: fingerprintOf(summariseContent(call.parameters.bytes(pictures.primary))),
    secondary: fingerprintOf(summariseContent(call.parameters.bytes(pictures.secondary))),
  };
}

function fingerprintOf(picture: PictureSummary): string | undefined {
  return picture.kind === 'picture' ? picture.fingerprint : undefined;
}

/** Finds the answer recorded for a call. */
export type ReplayLookup = (call: Call) => RecordedCase['response'] | undefined;

/** When several cases were recorded for one request, the last one counts. */
export function createReplayLookup(cases: readonly RecordedCase[]): ReplayLookup {
  const answers = new Map(cases.map(({ request, response }) => [textOf(request), response]));
  return (call) => (answers.size === 0 ? undefined : answers.get(textOf(caseKey(call))));
}

function textOf({ action, instanceName, format, primary, secondary }: RecordedCase['request']): string {
  return JSON.stringify([action, instanceName, format, primary, secondary]);
}
