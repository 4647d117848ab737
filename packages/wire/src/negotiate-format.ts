import type { GatewayErrorCode } from '@semblance/spec/error-policy';
import { APPLICATION_XML_ANSWER, JSON_ANSWER, XML_ANSWER, type AnswerFormat } from './answer-format.ts';

/** What the format of an answer depends on. */
export interface NegotiationInput {
  /** The parameter `Format`, from query or form; `undefined` when it was not sent. */
  readonly formatParameter: string | undefined;
  /** The header `Accept`; `undefined` when it was not sent. */
  readonly accept: string | undefined;
  /** Which signature dialect the request is in; unsigned requests count as V1. */
  readonly dialect: 'V3' | 'V1';
  /** Whether the request is refused before its parameters count: unknown path or method, a form that is unreadable or did not arrive. */
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
 * Chooses the format of an answer.
 *
 * 1. The parameter `Format` decides, in any letter case; anything but JSON or XML is `InvalidParameter.Format`.
 * 2. Without it a V3 request gets JSON, unless its `Accept` names XML and neither JSON nor `*`/`*`.
 * 3. A V1 request gets XML. What is refused before that can be told is answered as in 2: every client reads JSON.
 *
 * XML is `text/xml;charset=utf-8`; only an `Accept` that names `application/xml` and not `text/xml` changes that.
 */
export function negotiateFormat(input: NegotiationInput): Negotiation {
  const { formatParameter, accept, dialect, refusedEarly = false } = input;
  const accepted = mediaTypes(accept);
  const xml = accepted.has('application/xml') && !accepted.has('text/xml') ? APPLICATION_XML_ANSWER : XML_ANSWER;
  const byDefault = (dialect === 'V1' && !refusedEarly) || wantsXml(accepted) ? xml : JSON_ANSWER;
  if (formatParameter === undefined) return { ok: true, value: byDefault };
  switch (formatParameter.toUpperCase()) {
    case 'JSON':
      return { ok: true, value: JSON_ANSWER };
    case 'XML':
      return { ok: true, value: xml };
    default:
      return { ok: false, failure: { code: 'InvalidParameter.Format', answerIn: byDefault } };
  }
}

/** Media types of an `Accept` header in lower case, without parameters; those with `q=0` are not accepted and left out. */
function mediaTypes(accept: string | undefined): ReadonlySet<string> {
  const types = new Set<string>();
  for (const range of (accept ?? '').split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    if (type !== '' && !parameters.some((parameter) => /^q\s*=\s*0(?:\.0*)?$/.test(parameter))) types.add(type);
  }
  return types;
}

function wantsXml(accepted: ReadonlySet<string>): boolean {
  const namesXml = accepted.has('text/xml') || accepted.has('application/xml');
  return namesXml && !accepted.has('application/json') && !accepted.has('*/*');
}
