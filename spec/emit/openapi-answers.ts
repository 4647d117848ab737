import type { Example, ExampleSets } from './examples.ts';
import { answersOf, at, objectsIn, operationsIn } from './openapi-document.ts';
import type { Json } from './openapi-document.ts';

const schemaPrefix = '#/components/schemas/';

/** Turns whole numbers into integers, as in `Code: 0` on the action's page. */
export function narrowIntegers(document: Json): void {
  for (const node of objectsIn(document)) {
    const values = node['enum'];
    if (node['type'] === 'number' && Array.isArray(values) && values.every(Number.isInteger)) node['type'] = 'integer';
  }
}

/** Simplifies choices: the compiler writes a choice of enums twice, as `anyOf` and inside `allOf`, and a single value as a choice. */
export function simplifyChoices(document: Json): void {
  for (const node of objectsIn(document)) {
    const [value, ...otherValues] = Array.isArray(node['oneOf']) ? (node['oneOf'] as Json[]) : [];
    if (value !== undefined && otherValues.length === 0) {
      delete node['oneOf'];
      Object.assign(node, value);
    }
    const [only, ...others] = Array.isArray(node['allOf']) ? (node['allOf'] as Json[]) : [];
    if (only === undefined || others.length > 0 || node['anyOf'] === undefined) continue;
    if (JSON.stringify(only) === JSON.stringify({ anyOf: node['anyOf'] })) delete node['allOf'];
  }
}

/**
 * Gives XML answers separate schemas: the same properties without `type`. Code generators derive the same shape, and validators, which see
 * an XML body as text, do not report a broken object.
 */
export function separateXml(document: Json): void {
  const schemas = at(document, 'components', 'schemas');
  for (const operation of operationsIn(document)) {
    for (const { content } of answersOf(operation)) {
      const xmlOnly = !('application/json' in content);
      const xml = Object.entries(content).filter(([mediaType]) => mediaType.endsWith('xml'));
      for (const [, media] of xml) useXmlSchema(media as Json, { schemas, xmlOnly });
    }
  }
}

function useXmlSchema(media: Json, { schemas, xmlOnly }: { readonly schemas: Json; readonly xmlOnly: boolean }): void {
  const reference = String(at(media, 'schema')['$ref']);
  if (!reference.startsWith(schemaPrefix)) throw new Error(`an XML answer has no schema of its own: ${reference}`);
  const name = reference.slice(schemaPrefix.length);
  const xmlName = xmlOnly ? name : `${name}Xml`;
  const { type: _type, ...rest } = at(schemas, name);
  schemas[xmlName] = rest;
  media['schema'] = { $ref: `${schemaPrefix}${xmlName}` };
}

/** Example answers of each operation, one per code and format. */
export function addExamples(document: Json, sets: ExampleSets): void {
  for (const operation of operationsIn(document)) {
    const operationId = String(operation['operationId']);
    const all = sets[operationId.replace(/Get$/, '')];
    if (all === undefined) throw new Error(`there are no examples of ${operationId}`);
    for (const { status, content } of answersOf(operation)) {
      const matching = all.filter((example) => String(example.httpStatus) === status);
      for (const [mediaType, media] of Object.entries(content)) {
        (media as Json)['examples'] = Object.fromEntries(
          matching.map((example) => [example.name, shown(example, mediaType)]),
        );
      }
    }
  }
}

function shown(example: Example, mediaType: string): Json {
  return { summary: example.name, value: mediaType === 'application/json' ? example.json : example.xml };
}
