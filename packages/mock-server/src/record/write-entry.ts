import type { Call } from '../call/call.ts';
import { headerOf } from '../call/raw-request.ts';
import type { Decision } from '../answer/decision.ts';
import type { MockReply } from '../answer/mock-reply.ts';
import type { Outcome } from '../answer/outcome.ts';
import type { JournalEntry, PictureSummary, ReplySummary } from './journal-entry.ts';
import { summariseChecked, summariseContent } from './summarise-picture.ts';

/** What an entry is made of. */
export interface EntryInput {
  readonly call: Call;
  readonly decision: Decision;
  readonly reply: MockReply;
  readonly session: string;
  readonly number: number;
  readonly nowMs: number;
}

/** Headers worth keeping. Credentials, signatures and nonces are not. */
const headersKept = ['host', 'content-type', 'accept', 'user-agent', 'x-sdk-client', 'x-acs-credentials-provider'];

/** Describes an exchange. */
export function journalEntry({ call, decision, reply, session, number, nowMs }: EntryInput): JournalEntry {
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
    parameterNames: parameters.names,
    headers: keptHeaders(call),
    bodyBytes: request.body.length,
    ...pictures,
    signature: decision.finding,
    reply: replySummary(decision, reply),
  };
}

function keptHeaders({ request }: Call): Record<string, string> {
  const found = headersKept.map((name) => [name, headerOf(request, name)] as const);
  return Object.fromEntries(found.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function summariesOf(
  { parameters }: Call,
  { pictures }: Decision,
): { readonly primary: PictureSummary; readonly secondary: PictureSummary } {
  if (pictures !== undefined)
    return { primary: summariseChecked(pictures[0]), secondary: summariseChecked(pictures[1]) };
  return {
    primary: summariseContent(parameters.bytes('PrimaryPicContent')),
    secondary: summariseContent(parameters.bytes('SecondaryPicContent')),
  };
}

function replySummary({ outcome, scenario, fault }: Decision, reply: MockReply): ReplySummary {
  return {
    status: reply.status,
    code: codeOf(outcome),
    score: outcome.kind === 'success' ? outcome.score : undefined,
    scenario,
    detail: 'detail' in outcome ? outcome.detail : undefined,
    contentType: reply.headers['content-type'] ?? '',
    bytes: new TextEncoder().encode(reply.body).length,
    delayMs: reply.delayMs,
    fault,
  };
}

function codeOf(outcome: Outcome): number | string | null {
  if ('code' in outcome) return outcome.code;
  return outcome.kind === 'success' ? 0 : null;
}
