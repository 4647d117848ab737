import type { Program } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { actionNamed, actionsOf, isPicture } from './actions.ts';
import type { Action } from './actions.ts';
import type { ErrorEntry } from './errors.ts';
import { fieldOfProperty } from './fields.ts';
import { limitValues } from './limit-values.ts';
import { modelNamed } from './lookup.ts';
import { typescriptFile } from './write.ts';
import type { EmittedFiles } from './write.ts';

/** Emits the names and orders of fields from which messages are built, for signing, wire, client, mock and engine. */
export function emitProtocol(program: Program, entries: readonly ErrorEntry[]): EmittedFiles {
  const detail = wireFields(program, 'AccessDeniedDetail');
  const shared = (text: string): string => text.replaceAll(detail, 'accessDeniedDetailWireFields');
  const wire = (model: string): string => shared(wireFields(program, model));
  const { action: compare } = actionNamed(program, 'CompareSimilarByImage');
  const { action: authorize } = actionNamed(program, 'AuthorizeFileUpload');
  const actions = actionsOf(program).map((action) => `  ${action.action}: ${constantOf(action.action)},`);
  // Each is a separate constant, so that a bundle keeps only those it uses; a member of a table would keep the whole table.
  const facts = actionsOf(program).map(
    (action) => `
const ${constantOf(action.action)}: ActionFacts & { readonly action: '${action.action}' } = ${actionText(action)};
`,
  );
  const results = actionsOf(program).map(
    (action) => `
/** Fields of a success of ${action.action}, in order. */
export const ${resultName(action)}: readonly WireField[] = ${shared(resultText(program, action))};
`,
  );
  return {
    'protocol.ts': typescriptFile(`
import type { OperationErrorCode } from './error-policy.ts';

/** Wire type of a field. */
export type WireType = PlainType | 'binary' | \`\${PlainType}[]\`;

type PlainType = 'string' | 'number' | 'integer' | 'boolean' | 'object';

/** Name and wire type of a field, whether it is required, and the fields of an object. */
export type WireField = readonly [name: string, type: WireType, required: boolean, fields?: readonly WireField[]];

/** Parameters and results of an action. */
export interface ActionFacts {
  readonly action: string;
  readonly version: string;
  /** Name of the action in access policies. */
  readonly policyAction: string;
  /** Root element of a success in XML. */
  readonly xmlRoot: string;
  /** The action's own parameters, in the form body or the query. */
  readonly parameters: readonly string[];
  /** Required parameters. */
  readonly required: readonly string[];
  /** Parameters that are pictures. */
  readonly pictures: readonly string[];
  /** Fields of a success, in order. */
  readonly result: readonly WireField[];
}

/** Fields of \`AccessDeniedDetail\`, in order. */
export const accessDeniedDetailWireFields: readonly WireField[] = ${detail};
${results.join('')}
/** Names of the gateway's actions. */
export type ActionName = ${actionsOf(program)
      .map(({ action }) => `'${action}'`)
      .join(' | ')};

${facts.join('').trimStart()}
/** Every action of the gateway. */
export const actions: { readonly [Name in ActionName]: ActionFacts & { readonly action: Name } } = {
${actions.join('\n')}
};

/** Whether the gateway has an action of that name. */
export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name);
}

/** Action and version of the comparison, for a small client. */
export const compareOperation = ${identityText(program, compare)} as const;

/** Action and version of the authorisation of an upload. */
export const authorizeUploadOperation = ${identityText(program, authorize)} as const;

/** The comparison. */
export const compareAction: (typeof actions)['${compare}'] = ${constantOf(compare)};

/** The authorisation of an upload. */
export const authorizeUploadAction: (typeof actions)['${authorize}'] = ${constantOf(authorize)};

/** Product name of the gateway. */
export const product = 'ImageSearch';

/** Name of the comparison in access policies. */
export const policyAction = '${policyName(compare)}';

/**
 * Beginning of the message of \`SignatureDoesNotMatch\` for callers of the parameter signature. The legacy cores search for it and read the
 * text after its colon; the catalogue has the message for other callers.
 */
export const mismatchMessageV1 = '${limitValues(program).mismatchMessageV1}';

/** Path of every operation of the gateway. */
export const operationPath = '/';

/** Media type of the request body. */
export const formMediaType = 'application/x-www-form-urlencoded';

/** Exact content types of answers. The official clients compare the XML one exactly. */
export const answerContentTypes = {
  JSON: 'application/json;charset=utf-8',
  XML: 'text/xml;charset=utf-8',
} as const;

/** Content type of an XML answer to a caller whose \`Accept\` names it. */
export const applicationXmlContentType = 'application/xml;charset=utf-8';

/** Root element of a failure in XML. */
export const failureXmlRoot = 'Error';

/** Root element of the answer to an upload. */
export const postResponseXmlRoot = 'PostResponse';

/** Fields of a failure, in order. */
export const failureWireFields: readonly WireField[] = ${wire('BadRequestEnvelope')};

/** Fields of the answer to an upload, in order. */
export const postResponseWireFields: readonly WireField[] = ${wire('PostResponse')};

/**
 * Codes of the checks before a picture is decoded, in their order. For two pictures with the same fault the first decides; damage in an
 * accepted format comes last.
 */
export const pictureCheckOrder: readonly OperationErrorCode[] = [${pictureChecks(program, entries)
      .map((code) => `'${code}'`)
      .join(', ')}];
`),
  };
}

function identityText(program: Program, name: string): string {
  const { action, version } = actionNamed(program, name);
  return `{ action: '${action}', version: '${version}' }`;
}

function resultName({ action }: Action): string {
  return `${constantOf(action)}Fields`;
}

function constantOf(action: string): string {
  return `${action.charAt(0).toLowerCase()}${action.slice(1)}`;
}

function resultText(program: Program, { result }: Action): string {
  return fieldsText(program, [...result.properties.values()]);
}

function actionText(action: Action): string {
  const { parameters } = action;
  const names = (list: typeof parameters): string => `[${list.map(({ name }) => `'${name}'`).join(', ')}]`;
  return `{
  action: '${action.action}',
  version: '${action.version}',
  policyAction: '${policyName(action.action)}',
  xmlRoot: '${action.xmlRoot}',
  parameters: ${names(parameters)},
  required: ${names(parameters.filter(({ optional }) => !optional))},
  pictures: ${names(parameters.filter(isPicture))},
  result: ${resultName(action)},
}`;
}

function policyName(action: string): string {
  return `imagesearch:${action}`;
}

function wireFields(program: Program, model: string): string {
  return fieldsText(program, [...modelNamed(program, model).properties.values()]);
}

function fieldsText(program: Program, properties: readonly Parameters<typeof fieldOfProperty>[1][]): string {
  const texts = properties.map((property) => {
    const { name, type, required } = fieldOfProperty(program, property);
    const nested = nestedModel(property.type);
    const fields = nested === undefined ? '' : `, ${fieldsText(program, [...nested.properties.values()])}`;
    return `['${name}', '${type}', ${required}${fields}]`;
  });
  return `[${texts.join(', ')}]`;
}

/** The model of an object, or of a list's objects. */
function nestedModel(type: Parameters<typeof fieldOfProperty>[1]['type']): Action['result'] | undefined {
  if (type.kind !== 'Model') return undefined;
  if (type.name !== 'Array') return type;
  const item = type.indexer?.value;
  return item?.kind === 'Model' ? item : undefined;
}

function pictureChecks(program: Program, entries: readonly ErrorEntry[]): readonly string[] {
  const order = [...recorded<readonly string[]>(program, 'pictureChecks').values()].flat();
  const operation = new Set(entries.filter(({ family }) => family === 'operation').map(({ code }) => code));
  const foreign = order.find((code) => !operation.has(code));
  if (foreign !== undefined) throw new Error(`@pictureChecks names ${foreign}, which is no code of the operation`);
  return order;
}
