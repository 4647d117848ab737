import {
  actions,
  failureWireFields,
  failureXmlRoot,
  postResponseWireFields,
  postResponseXmlRoot,
} from '@semblance/spec/protocol';
import type { ActionName, WireField } from '@semblance/spec/protocol';
import type {
  AuthorizeFileUploadResult,
  CompareSimilarByImageResult,
  FailureEnvelope,
  PostResponse,
} from '@semblance/spec/types';
import { XMLBuilder } from 'fast-xml-parser';
import { applicationXmlAnswer } from './answer-format.ts';
import type { AnswerFormat } from './answer-format.ts';
import { toXmlText } from './xml-text.ts';

/** An answer ready to be sent; encode the body as UTF-8. */
export interface RenderedAnswer {
  readonly contentType: string;
  readonly body: string;
}

export type { PostResponse };

/**
 * A comparison that succeeded. `Code` is the number 0 in JSON: clients take any other truthy `Code` for a failure.
 * @throws RangeError when `Score` is not between 0 and 1: such a result is a bug, and JSON would turn NaN into null.
 */
export function renderSuccess(result: CompareSimilarByImageResult, answer: AnswerFormat): RenderedAnswer {
  if (!(result.Score >= 0 && result.Score <= 1))
    throw new RangeError(`Score must be between 0 and 1, not ${result.Score}.`);
  return renderResult('CompareSimilarByImage', result, answer);
}

/** A failure of any operation, the upload included. */
export function renderFailure(envelope: FailureEnvelope<string>, answer: AnswerFormat): RenderedAnswer {
  return render({ root: failureXmlRoot, fields: failureWireFields, value: envelope }, answer);
}

/** The authorisation of an upload. */
export function renderUploadAuthorization(result: AuthorizeFileUploadResult, answer: AnswerFormat): RenderedAnswer {
  return renderResult('AuthorizeFileUpload', result, answer);
}

/** A success of any action; fields that the contract does not name are left out. */
export function renderResult(name: ActionName, result: object, answer: AnswerFormat): RenderedAnswer {
  const { xmlRoot: root, result: fields } = actions[name];
  return render({ root, fields, value: result }, answer);
}

/** Answer to an upload form: always XML, like object storage. */
export function renderPostResponse(response: PostResponse): RenderedAnswer {
  return render({ root: postResponseXmlRoot, fields: postResponseWireFields, value: response }, applicationXmlAnswer);
}

interface Renderable {
  readonly root: string;
  /** Fields in writing order; other properties of the value are not written. */
  readonly fields: readonly WireField[];
  readonly value: object;
}

function render({ root, fields, value }: Renderable, { format, contentType }: AnswerFormat): RenderedAnswer {
  const picked = pick(value, fields);
  return { contentType, body: format === 'JSON' ? JSON.stringify(picked) : toXml(root, picked) };
}

function pick(value: object, fields: readonly WireField[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [name, , , nested = []] of fields) {
    const field: unknown = (value as Record<string, unknown>)[name];
    if (field !== undefined) picked[name] = pickValue(field, nested);
  }
  return picked;
}

function pickValue(value: unknown, nested: readonly WireField[]): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => pickValue(item, nested));
  return typeof value === 'object' && value !== null ? pick(value, nested) : value;
}

const builder = new XMLBuilder({
  format: false,
  suppressEmptyNode: false,
  tagValueProcessor: (_name, value) => (typeof value === 'string' ? toXmlText(value) : value),
});

function toXml(root: string, fields: Record<string, unknown>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: fields })}`;
}
