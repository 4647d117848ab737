import openapiTS, { astToString } from 'openapi-typescript';
import type { OpenAPI3 } from 'openapi-typescript';
import { at } from './openapi-document.ts';
import type { Json } from './openapi-document.ts';
import { typescriptFile } from './write.ts';
import type { EmittedFiles } from './write.ts';

/** TypeScript types of requests and answers: openapi-typescript's over the document, and short names for its schemas. */
export async function emitTypes(document: Json): Promise<EmittedFiles> {
  const syntax = await openapiTS(document as unknown as OpenAPI3, { immutable: true, defaultNonNullable: false });
  const schemas = Object.entries(at(document, 'components', 'schemas')) as [string, Json][];
  const names = schemas.filter(([name]) => isNamed(name)).map(([name, schema]) => alias(name, schema));
  return {
    'openapi-types.ts': typescriptFile(astToString(syntax)),
    'types.ts': typescriptFile(`
import type { ErrorCode } from './error-policy.ts';
import type { components } from './openapi-types.ts';

type Schemas = components['schemas'];

${names.join('\n\n')}

/** Envelope of every failure. */
export type FailureEnvelope<Code extends string = ErrorCode> = Omit<Schemas['BadRequestEnvelope'], 'Code'> & {
  readonly Code: Code;
};
`),
  };
}

/** Whether a schema gets a name: envelopes share one, codes have theirs in the policy, XML has the shape of JSON. */
function isNamed(name: string): boolean {
  return !/(?:Envelope|Error\d{3}|Xml)$|Envelope/.test(name);
}

function alias(name: string, schema: Json): string {
  const description = schema['description'];
  const comment = typeof description === 'string' ? `/** ${description} */\n` : '';
  return `${comment}export type ${name} = Schemas['${name}'];`;
}
