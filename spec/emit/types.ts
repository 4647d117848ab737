import type { Model, ModelProperty, Program, Type } from '@typespec/compiler';
import { documentation } from './text.ts';
import { enumNamed, modelNamed } from './lookup.ts';
import { typescriptFile, type EmittedFiles } from './write.ts';

/** Name in TypeScript, model in the contract, doc comment. */
const interfaces = [
  ['CompareSimilarByImageParameters', 'CompareSimilarByImageForm', "The operation's own parameters, as on the wire."],
  ['CompareSimilarByImageResult', 'CompareSimilarByImageResult', 'Answer to a comparison that succeeded.'],
  ['AccessDeniedDetail', 'AccessDeniedDetail', 'Who was refused, by what and why.'],
  ['AuthorizeFileUploadResult', 'AuthorizeFileUploadResult', 'Where and with what a file may be posted.'],
] as const;

/** TypeScript types of requests and answers, with wire casing. */
export function emitTypes(program: Program): EmittedFiles {
  const declarations = interfaces.map(([name, model, comment]) =>
    declareInterface(program, { name, comment, model: modelNamed(program, model) }),
  );
  const values = [...enumNamed(program, 'NoPermissionType').members.keys()].map((value) => `'${value}'`).join(' | ');
  return {
    'types.ts': typescriptFile(`
import type { ErrorCode } from './error-policy.ts';

/** How a refusal came about. */
export type NoPermissionType = ${values};

/** Format of an answer. */
export type Format = ${[...enumNamed(program, 'Format').members.keys()].map((value) => `'${value}'`).join(' | ')};

${declarations.join('\n\n')}

/** Answer to a comparison that failed. */
export interface FailureEnvelope<Code extends string = ErrorCode> {
${propertyLines(program, modelNamed(program, 'BadRequestEnvelope')).replace(/^ {2}readonly Code: .*$/m, '  readonly Code: Code;')}
}
`),
  };
}

function declareInterface(
  program: Program,
  { name, comment, model }: { name: string; comment: string; model: Model },
): string {
  return `/** ${comment} */\nexport interface ${name} {\n${propertyLines(program, model)}\n}`;
}

function propertyLines(program: Program, model: Model): string {
  return [...model.properties.values()].map((property) => propertyLine(program, property)).join('\n');
}

function propertyLine(program: Program, property: ModelProperty): string {
  const optional = property.optional ? '?' : '';
  return `  /** ${documentation(program, property).en} */\n  readonly ${property.name}${optional}: ${typeText(property.type)};`;
}

function typeText(type: Type): string {
  if (type.kind === 'Boolean' || type.kind === 'Number') return String(type.value);
  if (type.kind === 'Model' || type.kind === 'Enum') return type.name;
  if (type.kind !== 'Scalar') return 'string';
  if (type.name === 'float64') return 'number';
  return type.name === 'boolean' ? 'boolean' : 'string';
}
