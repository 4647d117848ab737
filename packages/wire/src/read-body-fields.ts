import { operationParameters, routingParameters } from '@semblance/spec/operations';
import type { FormLimits } from './form-limits.ts';
import { parseForm } from './parse-form.ts';
import type { FormParsing } from './parse-form.ts';

/** The fields of a body, and advice when the body is not a form. */
export interface BodyFields {
  readonly form: FormParsing;
  /** What to send instead, in English; `undefined` for a form. */
  readonly advice: string | undefined;
}

/** Parameter names of the action; no upload form has them. */
const actionParameters: ReadonlySet<string> = new Set(
  [...operationParameters, ...routingParameters].map(({ name }) => name),
);

/** Whether a field of a multipart form shows that the action was meant, not an upload. */
export function isActionParameter(name: string): boolean {
  return actionParameters.has(name);
}

const nothing: FormParsing = { ok: true, value: [] };
const startBytes = 4096;
const latin1 = new TextDecoder('latin1');

/** Advice for each kind of body that is not a form. */
export const bodyAdvice: Readonly<Record<'multipart' | 'json' | 'other', string>> = {
  multipart: adviceFor('multipart/form-data, which only uploads use'),
  json: adviceFor('JSON'),
  other: adviceFor('no form'),
};

function adviceFor(kind: string): string {
  return `The body is ${kind}: send application/x-www-form-urlencoded, the pictures as Base64 (curl --data-urlencode, URLSearchParams).`;
}

/**
 * Reads a body as a form. A body of another kind yields no fields, only advice. The bytes count more than the content type, which many
 * callers omit or get wrong.
 */
export function readBodyFields(body: Uint8Array, contentType: string | undefined, limits?: FormLimits): BodyFields {
  const start = latin1.decode(body.subarray(0, startBytes));
  if (isMultipart(contentType) || /^--[^\r\n]+\r\ncontent-disposition:/i.test(start)) return notRead('multipart');
  if (/^\s*[{[]/.test(start)) return notRead('json');
  const form = parseForm(body, limits);
  const isNamedForm = contentType === undefined || /^application\/x-www-form-urlencoded\b/i.test(contentType);
  if (isNamedForm || body.length === 0) return { form, advice: undefined };
  const isForm = form.ok && form.value.some(({ name }) => /^[A-Za-z][\w.-]*$/.test(name) && start.includes(`${name}=`));
  return isForm ? { form, advice: undefined } : notRead('other');
}

function notRead(kind: keyof typeof bodyAdvice): BodyFields {
  return { form: nothing, advice: bodyAdvice[kind] };
}

/** Whether a content type is that of a multipart form. */
export function isMultipart(contentType: string | undefined): boolean {
  return /^multipart\/form-data\b/i.test(contentType ?? '');
}

/** Whether the beginning of a multipart body shows that the action was meant. */
export function isActionForm(body: Uint8Array): boolean {
  const start = latin1.decode(body.subarray(0, startBytes));
  return [...start.matchAll(/^content-disposition:[^\r\n]*?[;\s]name="(?<name>[^"\r\n]*)"/gim)].some(({ groups }) =>
    isActionParameter(groups?.['name'] ?? ''),
  );
}

/** The part of an incomplete form up to its last complete field. */
export function arrivedFields(partial: Uint8Array): Uint8Array {
  return partial.subarray(0, Math.max(0, partial.lastIndexOf(0x26)));
}
