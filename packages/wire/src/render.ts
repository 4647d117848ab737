import { authorizeFileUploadFields, postResponseFields } from '@semblance/spec/operations';
import {
  accessDeniedDetailWireFields,
  authorizeUploadAction,
  failureWireFields,
  successWireFields,
  xmlRoots,
} from '@semblance/spec/protocol';
import type { AuthorizeFileUploadResult, CompareSimilarByImageResult, FailureEnvelope } from '@semblance/spec/types';
import { XMLBuilder } from 'fast-xml-parser';
import { APPLICATION_XML_ANSWER, type AnswerFormat } from './answer-format.ts';
import { toXmlText } from './xml-text.ts';

/** An answer ready to be sent; encode the body as UTF-8. */
export interface RenderedAnswer {
  readonly contentType: string;
  readonly body: string;
}

/** Answer to an upload form that succeeded. */
export interface PostResponse {
  readonly Bucket: string;
  readonly Location: string;
  readonly Key: string;
  /** MD5 of the object in upper-case hex, in double quotes. */
  readonly ETag: string;
}

/**
 * A comparison that succeeded. `Code` is the number 0 in JSON: clients take any other truthy `Code` for a failure.
 * @throws RangeError when `Score` is not between 0 and 1: such a result is a bug, and JSON would turn NaN into null.
 */
export function renderSuccess(result: CompareSimilarByImageResult, answer: AnswerFormat): RenderedAnswer {
  if (!(result.Score >= 0 && result.Score <= 1))
    throw new RangeError(`Score must be between 0 and 1, not ${result.Score}.`);
  return render({ root: xmlRoots.success, names: wireNames(successWireFields), value: result }, answer);
}

/** A failure of any operation, the upload included. */
export function renderFailure(envelope: FailureEnvelope<string>, answer: AnswerFormat): RenderedAnswer {
  return render({ root: xmlRoots.failure, names: wireNames(failureWireFields), value: envelope }, answer);
}

/** The authorisation of an upload. */
export function renderUploadAuthorization(result: AuthorizeFileUploadResult, answer: AnswerFormat): RenderedAnswer {
  const names = authorizeFileUploadFields.map(({ name }) => name);
  return render({ root: `${authorizeUploadAction.action}Response`, names, value: result }, answer);
}

/** Answer to an upload form, XML always, as object storage answers. */
export function renderPostResponse(response: PostResponse): RenderedAnswer {
  const names = postResponseFields.map(({ name }) => name);
  return render({ root: 'PostResponse', names, value: response }, APPLICATION_XML_ANSWER);
}

interface Renderable {
  readonly root: string;
  /** Fields in the order in which they are written; a value's other properties are not. */
  readonly names: readonly string[];
  readonly value: object;
}

function render({ root, names, value }: Renderable, { format, contentType }: AnswerFormat): RenderedAnswer {
  const fields = pick(value, names);
  return { contentType, body: format === 'JSON' ? JSON.stringify(fields) : toXml(root, fields) };
}

function wireNames(fields: readonly (readonly [name: string, type: string])[]): string[] {
  return fields.map(([name]) => name);
}

const detailNames = wireNames(accessDeniedDetailWireFields);

function pick(value: object, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const field: unknown = (value as Record<string, unknown>)[name];
    if (field !== undefined)
      picked[name] = typeof field === 'object' && field !== null ? pick(field, detailNames) : field;
  }
  return picked;
}

const builder = new XMLBuilder({
  format: false,
  suppressEmptyNode: false,
  tagValueProcessor: (_name, value) => (typeof value === 'string' ? toXmlText(value) : value),
});

function toXml(root: string, fields: Record<string, unknown>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: fields })}`;
}
