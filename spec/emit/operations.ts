import type { Model, Program } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { actionsOf } from './actions.ts';
import { fieldOfProperty, fieldsOf } from './fields.ts';
import { modelNamed } from './lookup.ts';
import { filledBoth } from './placeholders.ts';
import type { Bilingual } from './text-types.ts';
import { literal, typescriptFile } from './write.ts';
import type { EmittedFiles } from './write.ts';

function commonParameters(program: Program): object[] {
  const all = recorded<{ dialect: string; place: string }>(program, 'commonParameters');
  return [...all].flatMap(([model, { dialect, place }]) =>
    fieldsOf(program, model as Model).map((field) => Object.assign(field, { dialect, place })),
  );
}

function actionReferences(program: Program): object[] {
  return actionsOf(program).map(({ action, version, parameters, result }) => ({
    action,
    version,
    parameters: parameters.map((property) => fieldOfProperty(program, property)),
    result: fieldsOf(program, result),
  }));
}

interface Note {
  readonly id: string;
  readonly title: Bilingual;
  readonly record: Bilingual;
  readonly choice: Bilingual;
}

function contractNotes(program: Program): Note[] {
  const notes = [...recorded<Note[]>(program, 'note').values()].flat();
  return notes.map(({ id, title, record, choice }) => ({
    id,
    title: filledBoth(program, title),
    record: filledBoth(program, record),
    choice: filledBoth(program, choice),
  }));
}

/** Emits the operations with all their fields and texts, for the reference pages and the mock. */
export function emitOperations(program: Program): EmittedFiles {
  const fields = (model: string): string => literal(fieldsOf(program, modelNamed(program, model)));
  const notes = contractNotes(program);
  return {
    'operations.ts': typescriptFile(`
import type { Bilingual } from './error-catalog.ts';
import type { WireType } from './protocol.ts';

/** A parameter or response field. */
export interface Field {
  readonly name: string;
  readonly type: WireType;
  readonly required: boolean;
  readonly description: Bilingual;
  readonly example: unknown;
  readonly maxLength: number | null;
  /** Smallest and largest value, both allowed. */
  readonly range: readonly [number, number] | null;
  /** Allowed values, where they are listed. */
  readonly values: readonly string[] | null;
}

/** A parameter of every operation, with its signature dialect. */
export interface CommonParameter extends Field {
  readonly dialect: 'V3' | 'V1';
  readonly place: 'header' | 'parameter';
}

/** The operation's own parameters, in the form body or the query. */
export const operationParameters: readonly Field[] = ${fields('CompareSimilarByImageForm')};

/** Parameters that choose action, version and answer format. */
export const routingParameters: readonly Field[] = ${fields('RoutingParameters')};

/** Common parameters of both signature dialects. */
export const commonParameters: readonly CommonParameter[] = ${literal(commonParameters(program))};

/** Fields of a success. */
export const successFields: readonly Field[] = ${fields('CompareSimilarByImageResult')};

/** Fields of a failure. */
export const failureFields: readonly Field[] = ${fields('BadRequestEnvelope')};

/** Fields of \`AccessDeniedDetail\`. */
export const accessDeniedDetailFields: readonly Field[] = ${fields('AccessDeniedDetail')};

/** Parameters of AuthorizeFileUpload. */
export const authorizeFileUploadParameters: readonly Field[] = ${fields('AuthorizeFileUploadQuery')};

/** An action, for the reference. */
export interface ActionReference {
  readonly action: string;
  readonly version: string;
  readonly parameters: readonly Field[];
  readonly result: readonly Field[];
}

/** Every action, with the texts of its parameters and fields. */
export const actionReferences: readonly ActionReference[] = ${literal(actionReferences(program))};

/** Fields of AuthorizeFileUpload's answer. */
export const authorizeFileUploadFields: readonly Field[] = ${fields('AuthorizeFileUploadResult')};

/** Fields of the upload form. */
export const postObjectFields: readonly Field[] = ${fields('PostObjectForm')};

/** Fields of the answer to an upload. */
export const postResponseFields: readonly Field[] = ${fields('PostResponse')};

/** A point on which the public documentation is contradictory or silent. */
export interface ContractNote {
  readonly id: string;
  readonly title: Bilingual;
  readonly record: Bilingual;
  readonly choice: Bilingual;
}

/** Unclear points of the public documentation and the contract's decision on each. */
export const contractNotes: readonly ContractNote[] = ${literal(notes)};
`),
  };
}
