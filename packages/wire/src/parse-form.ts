import { defaultFormLimits } from './form-limits.ts';
import type { FormLimits } from './form-limits.ts';
import { unescapeForm } from './unescape-form.ts';

/** One field of a form, or one parameter of a query. */
export interface FormField {
  readonly name: string;
  /** The value as it was sent, escapes and all: a view of the body. */
  readonly encoded: Uint8Array;
  /** The value's bytes, escapes resolved when they are first asked for. May be a view of the body: do not write to it. */
  readonly bytes: Uint8Array;
}

/** A field whose escapes are resolved only if somebody asks: pictures are decoded from what was sent. */
class ReceivedField implements FormField {
  readonly name: string;
  readonly encoded: Uint8Array;
  #bytes: Uint8Array | undefined;

  constructor(name: string, encoded: Uint8Array) {
    this.name = name;
    this.encoded = encoded;
  }

  get bytes(): Uint8Array {
    this.#bytes ??= unescapeForm(this.encoded);
    return this.#bytes;
  }
}

/** Why a form is refused. */
export interface FormFailure {
  readonly reason: 'too-many-fields' | 'name-too-long' | 'value-too-long' | 'name-not-utf8';
  /** Name of the field whose value is too long. */
  readonly field?: string;
  /** What is wrong, in English, safe to show: it quotes no value. */
  readonly detail: string;
}

/** The fields in the order received, or why they are refused. */
export type FormParsing =
  | { readonly ok: true; readonly value: readonly FormField[] }
  | { readonly ok: false; readonly failure: FormFailure };

const ampersand = 0x26;
const equalsSign = 0x3d;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf8 = new TextEncoder();

/**
 * Reads `application/x-www-form-urlencoded` bytes without turning them into text: one pass over a body of up to 34 MB for separators, one over a
 * value for escapes once its bytes are read. Empty pieces (`a=1&&b=2`) are skipped, a piece without `=` has an empty value.
 * @param data  a body, or the query of a URL without its `?`.
 */
export function parseForm(data: Uint8Array | string, limits: FormLimits = {}): FormParsing {
  const bytes = typeof data === 'string' ? utf8.encode(data) : data;
  const maxFields = limits.maxFields ?? defaultFormLimits.maxFields;
  const fields: FormField[] = [];
  for (let start = 0; start < bytes.length;) {
    const separator = bytes.indexOf(ampersand, start);
    const end = separator === -1 ? bytes.length : separator;
    if (end > start) {
      if (fields.length === maxFields) return refuse('too-many-fields', `The form has more than ${maxFields} fields.`);
      const field = readField(bytes.subarray(start, end), limits);
      if (!field.ok) return field;
      fields.push(field.value);
    }
    start = end + 1;
  }
  return { ok: true, value: fields };
}

type FieldReading =
  | { readonly ok: true; readonly value: FormField }
  | { readonly ok: false; readonly failure: FormFailure };

function readField(piece: Uint8Array, limits: FormLimits): FieldReading {
  const maxNameBytes = limits.maxNameBytes ?? defaultFormLimits.maxNameBytes;
  const maxValueBytes = limits.maxValueBytes ?? defaultFormLimits.maxValueBytes;
  const equals = piece.subarray(0, maxNameBytes + 1).indexOf(equalsSign);
  if (equals === -1 && piece.length > maxNameBytes)
    return refuse('name-too-long', `A field's name is longer than ${maxNameBytes} bytes.`);
  const name = decodeName(piece.subarray(0, equals === -1 ? piece.length : equals));
  if (name === undefined) return refuse('name-not-utf8', "A field's name is not UTF-8.");
  const value = equals === -1 ? new Uint8Array() : piece.subarray(equals + 1);
  if (value.length > maxValueBytes) {
    const refusal = refuse('value-too-long', `The field ${name} is longer than ${maxValueBytes} bytes.`);
    return { ok: false, failure: { ...refusal.failure, field: name } };
  }
  return { ok: true, value: new ReceivedField(name, value) };
}

function decodeName(encoded: Uint8Array): string | undefined {
  return decodeUtf8(unescapeForm(encoded));
}

/** Strict UTF-8: `undefined` for any other bytes. Nothing is replaced, so no two byte sequences give the same text. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function refuse(reason: FormFailure['reason'], detail: string): { readonly ok: false; readonly failure: FormFailure } {
  return { ok: false, failure: { reason, detail } };
}
