import type { GatewayErrorCode } from '@semblance/spec/error-policy';
import { applicationXmlAnswer, jsonAnswer, xmlAnswer } from './answer-format.ts';
import type { AnswerFormat } from './answer-format.ts';

/** How a caller signs, as far as the format of the answer depends on it. */
export type AnswerDialect = 'V3' | 'V1' | 'unsigned';

/** Input of `negotiateFormat`. */
export interface NegotiationInput {
  /** The parameter `Format`, from query or form; `undefined` when it was not sent. */
  readonly formatParameter: string | undefined;
  /** The header `Accept`; `undefined` when it was not sent. */
  readonly accept: string | undefined;
  readonly dialect: AnswerDialect;
  /** Whether the request is refused before its parameters count: unknown path or method, an unreadable or incomplete form. */
  readonly refusedEarly?: boolean;
}

/** The format, or a refusal that still says in which format to write it. */
export type Negotiation =
  | { readonly ok: true; readonly value: AnswerFormat }
  | {
      readonly ok: false;
      readonly failure: {
        readonly code: Extract<GatewayErrorCode, 'InvalidParameter.Format'>;
        readonly answerIn: AnswerFormat;
      };
    };

/**
 * Parameters that only signed requests carry. Any of them marks a request as signed, so that a damaged signature does not pass as an
 * unsigned request.
 */
const signatureParameters = ['Signature', 'AccessKeyId', 'SignatureMethod', 'SecurityToken'];

/** Whether the parameters claim a V1 signature. */
export function claimsSignature(parameters: { readonly has: (name: string) => boolean }): boolean {
  return signatureParameters.some((name) => parameters.has(name));
}

/**
 * Chooses the format of an answer.
 *
 * 1. The parameter `Format` decides, in any letter case; anything but JSON or XML is `InvalidParameter.Format`.
 * 2. Without it `Accept` does: the one of JSON and XML it names, and of both the one of higher `q`. XML beside `*`/`*` does not count.
 * 3. Without both, a request signed with V1 gets XML, as from the gateway, and every other one JSON, also one that is refused before its
 *    signature is read.
 *
 * XML is `text/xml;charset=utf-8`; only an `Accept` that names `application/xml` and not `text/xml` changes that.
 */
export function negotiateFormat(input: NegotiationInput): Negotiation {
  const { formatParameter, accept, dialect, refusedEarly = false } = input;
  const accepted = mediaTypes(accept);
  const xml = accepted.has('application/xml') && !accepted.has('text/xml') ? applicationXmlAnswer : xmlAnswer;
  const otherwise = dialect === 'V1' && !refusedEarly ? 'XML' : 'JSON';
  const byDefault = (acceptedFormat(accepted) ?? otherwise) === 'XML' ? xml : jsonAnswer;
  if (formatParameter === undefined) return { ok: true, value: byDefault };
  switch (formatParameter.toUpperCase()) {
    case 'JSON':
      return { ok: true, value: jsonAnswer };
    case 'XML':
      return { ok: true, value: xml };
    default:
      return { ok: false, failure: { code: 'InvalidParameter.Format', answerIn: byDefault } };
  }
}

/** Media types of an `Accept` header in lower case, with their `q`; those of 0 are not accepted and left out. */
function mediaTypes(accept: string | undefined): ReadonlyMap<string, number> {
  const types = new Map<string, number>();
  for (const range of (accept ?? '').split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = parameters.map((parameter) => /^q\s*=\s*(?<q>[\d.]+)$/.exec(parameter)?.groups?.['q']);
    const q = Number(quality.find((text) => text !== undefined) ?? 1);
    if (type !== '' && q > 0) types.set(type, q);
  }
  return types;
}

function acceptedFormat(accepted: ReadonlyMap<string, number>): 'JSON' | 'XML' | undefined {
  const json = accepted.get('application/json') ?? 0;
  const xml = Math.max(accepted.get('text/xml') ?? 0, accepted.get('application/xml') ?? 0);
  if (json > 0) return xml > json ? 'XML' : 'JSON';
  return xml > 0 && !accepted.has('*/*') ? 'XML' : undefined;
}
