import { detectDialect } from '@semblance/signing/verify';
import type { Dialect } from '@semblance/signing/verify';
import { operationPath } from '@semblance/spec/protocol';
import { adviceOnMissing, claimsSignature, hostId, negotiateFormat } from '@semblance/wire';
import type { AnswerDialect, AnswerFormat, Negotiation } from '@semblance/wire';
import { arrivedFields, formFailureCode, mergeParameters, parseForm, readBodyFields } from '@semblance/wire/form';
import type { FormFailure, FormField, MergedParameters } from '@semblance/wire/form';
import { fail } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { Result } from '../../result.ts';
import { headerOf } from './http-request.ts';
import type { HttpRequest } from './http-request.ts';

/** A request of the RPC gateway with parsed parameters, not verified yet. */
export interface RpcRequest {
  readonly http: HttpRequest;
  readonly dialect: Dialect;
  readonly parameters: MergedParameters;
}

/** The request or its refusal, and in any case how to answer. */
export interface RpcReading {
  readonly answerIn: AnswerFormat;
  readonly dialect: Dialect;
  /** The host the caller addressed, without port. */
  readonly hostId: string;
  /** Advice about a refusal, if the request suggests any. */
  readonly adviceOn: (code: string) => string | undefined;
  readonly request: Result<RpcRequest, Failure>;
}

/** Parameters that may not be repeated, as they decide who calls what. */
const singular = new Set(['Action', 'Version', 'Format', 'InstanceName', 'PrimaryPicContent', 'SecondaryPicContent']);
const operationMethods = new Set(['GET', 'POST']);

/** Reads a request: path, method, parameters, answer format. */
export function readRpcRequest(http: HttpRequest): RpcReading {
  const dialect = detectDialect(http.headers);
  const host = hostId(headerOf(http, 'host'));
  const accept = headerOf(http, 'accept');
  const refusedEarly = pathOrMethodFault(http);
  if (refusedEarly !== undefined) return { ...readEarly(http), request: { ok: false, failure: refusedEarly } };
  const fields = readFields(http);
  if (!fields.ok) return { ...readEarly(http), request: { ok: false, failure: formFailure(fields.failure) } };

  const { query, form, advice: bodyAdvice } = fields.value;
  const parameters = mergeParameters(query, form);
  const formatParameter = parameters.has('Format') ? (parameters.text('Format') ?? '') : undefined;
  const negotiation = negotiateFormat({ formatParameter, accept, dialect: answerDialect(dialect, parameters) });
  const answerIn = answerInOf(negotiation);
  const request = negotiation.ok ? unambiguous({ http, dialect, parameters }) : fail('format-unknown');
  const adviceOn = (code: string): string | undefined => adviceOnMissing(code, { names: parameters.names, bodyAdvice });
  return { answerIn, dialect, hostId: host, adviceOn, request };
}

function formFailure(failure: FormFailure): Failure {
  const isPicture = formFailureCode(failure) === 'InvalidPicContent';
  return { reason: isPicture ? 'picture-too-large' : 'request-malformed', detail: failure.detail };
}

/** How to answer a request that is refused before it is complete or its parameters are read. */
export function readEarly(http: HttpRequest): Omit<RpcReading, 'request'> {
  const dialect = detectDialect(http.headers);
  const body = http.incomplete === true ? arrivedFields(http.body) : http.body;
  const answerIn = earlyFormat({ ...http, body }, dialect);
  return { answerIn, dialect, hostId: hostId(headerOf(http, 'host')), adviceOn: () => undefined };
}

function answerDialect(dialect: Dialect, parameters: MergedParameters): AnswerDialect {
  return dialect === 'V3' || claimsSignature(parameters) ? dialect : 'unsigned';
}

function answerInOf(negotiation: Negotiation): AnswerFormat {
  return negotiation.ok ? negotiation.value : negotiation.failure.answerIn;
}

/** Format of an early refusal, from any readable part of the request. */
function earlyFormat(http: HttpRequest, dialect: Dialect): AnswerFormat {
  const accept = headerOf(http, 'accept');
  const [query, form] = [parseForm(queryOf(http.target)), parseForm(http.body)];
  const readable = mergeParameters(query.ok ? query.value : [], form.ok ? form.value : []);
  return answerInOf(negotiateFormat({ formatParameter: readable.text('Format'), accept, dialect, refusedEarly: true }));
}

function pathOrMethodFault(http: HttpRequest): Failure | undefined {
  const path = http.target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/, 1)[0];
  if (path !== operationPath && !isOperationPath(path ?? ''))
    return { reason: 'path-unknown', detail: 'Every action is called at the path "/".' };

  if (operationMethods.has(http.method)) return undefined;
  return { reason: 'method-unsupported', detail: 'Call it with POST, or with GET.' };
}

/** Whether a path is `/` after removal of dot segments (RFC 3986, 5.2.4), which the contract's document uses for the path of uploads. */
function isOperationPath(path: string): boolean {
  return /^(?:\/(?:\.\/)*\.?)?$/.test(path);
}

interface Fields {
  readonly query: readonly FormField[];
  readonly form: readonly FormField[];
  /** Advice about a body that is not a form. */
  readonly advice: string | undefined;
}

function readFields(http: HttpRequest): Result<Fields, FormFailure> {
  const query = parseForm(queryOf(http.target));
  if (!query.ok) return query;
  const { form, advice } = readBodyFields(http.body, headerOf(http, 'content-type'));
  return form.ok ? { ok: true, value: { query: query.value, form: form.value, advice } } : form;
}

function queryOf(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? '' : (target.slice(mark + 1).split('#', 1)[0] ?? '');
}

function unambiguous(request: RpcRequest): Result<RpcRequest, Failure> {
  const repeated = request.parameters.repeated.find((name) => singular.has(name));
  if (repeated === undefined) return { ok: true, value: request };
  return fail('request-malformed', { detail: `The parameter ${repeated} occurs more than once.` });
}
