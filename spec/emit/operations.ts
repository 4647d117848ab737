import type { Model, Program } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { fieldsOf } from './fields.ts';
import { limitValues } from './limit-values.ts';
import { modelNamed } from './lookup.ts';
import { filledBoth } from './placeholders.ts';
import type { Bilingual } from './text-types.ts';
import { literal, typescriptFile, type EmittedFiles } from './write.ts';

interface RpcAction {
  readonly action: string;
  readonly version: string;
}

function actionNamed(program: Program, name: string): RpcAction {
  const found = [...recorded<RpcAction>(program, 'rpcAction').values()].find((entry) => entry.action === name);
  if (found === undefined) throw new Error(`the contract has no action ${name}`);
  return found;
}

function commonParameters(program: Program): object[] {
  const all = recorded<{ dialect: string; place: string }>(program, 'commonParameters');
  return [...all].flatMap(([model, { dialect, place }]) =>
    fieldsOf(program, model as Model).map((field) => Object.assign(field, { dialect, place })),
  );
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
    title,
    record: filledBoth(program, record),
    choice: filledBoth(program, choice),
  }));
}

/** The operations with all their fields and texts: what the reference pages and the mocks are made of. */
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

/** A parameter that every operation takes, with the signature dialect it belongs to. */
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

/** Fields of AuthorizeFileUpload's answer. */
export const authorizeFileUploadFields: readonly Field[] = ${fields('AuthorizeFileUploadResult')};

/** Fields of the upload form. */
export const postObjectFields: readonly Field[] = ${fields('PostObjectForm')};

/** Fields of the answer to an upload. */
export const postResponseFields: readonly Field[] = ${fields('PostResponse')};

/** A place where the public record contradicts itself or is silent. */
export interface ContractNote {
  readonly id: string;
  readonly title: Bilingual;
  readonly record: Bilingual;
  readonly choice: Bilingual;
}

/** What is unclear in public, and what this contract does. */
export const contractNotes: readonly ContractNote[] = ${literal(notes)};
`),
    'protocol.ts': emitProtocol(program),
  };
}

function emitProtocol(program: Program): string {
  const compare = actionNamed(program, 'CompareSimilarByImage');
  const authorize = actionNamed(program, 'AuthorizeFileUpload');
  const names = (model: string): string =>
    fieldsOf(program, modelNamed(program, model))
      .map((field) => `['${field.name}', '${field.type}']`)
      .join(', ');
  return typescriptFile(`
/** Names a message is built from, without texts: small enough for a client. */
export type WireType = PlainType | 'binary' | \`\${PlainType}[]\`;

type PlainType = 'string' | 'number' | 'integer' | 'boolean' | 'object';

/** Name and wire type of a field. */
export type WireField = readonly [name: string, type: WireType];

/** The comparison. */
export const compareAction = ${literal(compare)} as const;

/** The authorisation of an upload. */
export const authorizeUploadAction = ${literal(authorize)} as const;

/** Product name of the gateway. */
export const product = 'ImageSearch';

/** The action as access policies name it. */
export const policyAction = 'imagesearch:${compare.action}';

/**
 * Beginning of the message of \`SignatureDoesNotMatch\` to callers of the parameter signature. The legacy cores look for it, and for what
 * stands after its colon; the catalogue has the sentence for the others.
 */
export const mismatchMessageV1 = '${limitValues(program).mismatchMessageV1}';

/** Path of every operation of the gateway. */
export const operationPath = '/';

/** Media type of the request body. */
export const formMediaType = 'application/x-www-form-urlencoded';

/** Exact content types of answers. The official clients compare the XML one to the letter. */
export const answerContentTypes = {
  JSON: 'application/json;charset=utf-8',
  XML: 'text/xml;charset=utf-8',
} as const;

/** Content type of an XML answer to a caller whose \`Accept\` names it. */
export const applicationXmlContentType = 'application/xml;charset=utf-8';

/** Root elements of XML answers. */
export const xmlRoots = { success: '${compare.action}Response', failure: 'Error' } as const;

/** Fields of a success, in order. */
export const successWireFields: readonly WireField[] = [${names('CompareSimilarByImageResult')}];

/** Fields of a failure, in order. */
export const failureWireFields: readonly WireField[] = [${names('BadRequestEnvelope')}];

/** Fields of \`AccessDeniedDetail\`, in order. */
export const accessDeniedDetailWireFields: readonly WireField[] = [${names('AccessDeniedDetail')}];
`);
}
