import { decodeUtf8 } from '@semblance/wire/form';
import type { FormField } from '@semblance/wire/form';
import { parseEnvelope } from '@semblance/wire/parse';
import type { Violation } from '../answer/violation.ts';
import type { Call } from '../call/call.ts';
import { headerOf } from '../call/raw-request.ts';
import type { DecidedCall } from '../answer/decided-call.ts';
import type { MockReply } from '../answer/mock-reply.ts';
import type { Outcome } from '../answer/outcome.ts';
import { describePicture } from './describe-entry.ts';
import type { EntryField, JournalEntry, PictureSummary, ReplySummary } from './journal-entry.ts';
import { summariseChecked, summariseContent } from './summarise-picture.ts';

/** Input of `journalEntry`. */
export interface EntryInput {
  readonly call: Call;
  readonly decision: DecidedCall;
  readonly reply: MockReply;
  readonly session: string;
  readonly number: number;
  readonly nowMs: number;
  /** Time to make the answer, in milliseconds. */
  readonly madeInMs: number;
  readonly violations: readonly Violation[];
}

/** Headers that are kept; credentials, signatures and nonces are not. */
const headersKept = ['host', 'content-type', 'accept', 'user-agent', 'x-sdk-client', 'x-acs-credentials-provider'];

/** Describes an exchange. */
export function journalEntry(input: EntryInput): JournalEntry {
  const { call, decision, session, number, nowMs } = input;
  const { request, url, parameters } = call;
  const pictures = summariesOf(call, decision);
  return {
    number,
    session,
    receivedAtMs: nowMs,
    requestId: call.requestId,
    method: request.method,
    address: `${url.origin}${url.pathname}`,
    action: call.action,
    version: call.version,
    format: call.answer.format,
    dialect: call.dialect,
    accessKeyId: call.accessKeyId,
    instanceName: call.instanceName,
    fields: fieldsOf(call, pictures),
    parameterNames: parameters.names,
    headers: keptHeaders(call),
    bodyBytes: request.body.length,
    ...pictures,
    signature: decision.finding,
    reply: replySummary(input),
    violations: input.violations,
  };
}

interface Pictures {
  readonly primary: PictureSummary;
  readonly secondary: PictureSummary;
}

const secretFields: ReadonlySet<string> = new Set(['Signature', 'SignatureNonce', 'SecurityToken']);
const fieldMaxLength = 200;

function fieldsOf({ parameters }: Call, { primary, secondary }: Pictures): readonly EntryField[] {
  const described: Readonly<Record<string, string>> = {
    PrimaryPicContent: `[${describePicture(primary)}]`,
    SecondaryPicContent: `[${describePicture(secondary)}]`,
  };
  const shown = ({ name, bytes }: FormField): string => {
    if (secretFields.has(name)) return '[left out]';
    return described[name] ?? decodeUtf8(bytes)?.slice(0, fieldMaxLength) ?? '[not UTF-8]';
  };
  return parameters.sent.map(({ field, place }) => ({ name: field.name, value: shown(field), place }));
}

function keptHeaders({ request }: Call): Record<string, string> {
  const found = headersKept.map((name) => [name, headerOf(request, name)] as const);
  return Object.fromEntries(found.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function summariesOf({ parameters }: Call, { pictures }: DecidedCall): Pictures {
  if (pictures !== undefined)
    return { primary: summariseChecked(pictures[0]), secondary: summariseChecked(pictures[1]) };
  return {
    primary: summariseContent(parameters.bytes('PrimaryPicContent')),
    secondary: summariseContent(parameters.bytes('SecondaryPicContent')),
  };
}

/** Longest body kept, in characters; only tests write longer ones. */
const bodyMaxLength = 10_000;

function replySummary({ decision, reply, madeInMs }: EntryInput): ReplySummary {
  const { outcome, scenario, fault } = decision;
  return {
    status: reply.status,
    ...resultOf(outcome),
    body: reply.body.slice(0, bodyMaxLength),
    scenario,
    detail: 'detail' in outcome ? outcome.detail : undefined,
    contentType: reply.headers['content-type'] ?? '',
    bytes: new TextEncoder().encode(reply.body).length,
    delayMs: reply.delayMs,
    madeInMs,
    fault,
  };
}

/** Code and score, parsed from the body if the mock did not write it. */
function resultOf(outcome: Outcome): Pick<ReplySummary, 'code' | 'score'> {
  if ('code' in outcome) return { code: outcome.code, score: undefined };
  if (outcome.kind === 'success') return { code: 0, score: outcome.score };
  if (outcome.kind !== 'recorded' && outcome.kind !== 'custom') return { code: null, score: undefined };
  const envelope = parseEnvelope(outcome.body);
  if (envelope.kind === 'success') return { code: 0, score: envelope.value.Score };
  return { code: envelope.kind === 'failure' ? envelope.value.Code : null, score: undefined };
}
