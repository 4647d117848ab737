import type { Program } from '@typespec/compiler';
import { getOpenAPI3, type OpenAPI3Document } from '@typespec/openapi3';
import { stringify } from 'yaml';
import type { ErrorEntry } from './errors.ts';
import type { Example } from './examples.ts';
import { chinese } from './openapi-chinese.ts';
import { addErrorTexts, unwrapDescriptions, type Json } from './openapi-document.ts';
import { jsonFile, yamlFile, type EmittedFiles } from './write.ts';

/** OpenAPI 3.1 in English and Chinese, with one example per code and format. */
export async function emitOpenApi(
  program: Program,
  content: { entries: readonly ErrorEntry[]; examples: readonly Example[] },
): Promise<EmittedFiles> {
  const document = await buildDocument(program);
  unwrapDescriptions(document);
  addExamples(document, content.examples);
  addErrorTexts(document, content.entries, 'en');
  const translated = chinese(program, document, content.entries);
  return {
    'openapi.yaml': toYaml(document),
    'openapi.json': jsonFile(document),
    'openapi.zh.yaml': toYaml(translated),
    'openapi.zh.json': jsonFile(translated),
  };
}

async function buildDocument(program: Program): Promise<Json> {
  const records = await getOpenAPI3(program, {
    'openapi-versions': ['3.1.0'],
    'omit-unreachable-types': true,
    'enum-strategy': 'annotated',
  });
  const record = records[0];
  if (record === undefined || record.versioned) throw new Error('expected one unversioned service');
  return structuredClone(record.document as OpenAPI3Document & Json);
}

/** YAML 1.1 rules, so that 2020-12-14 stays a string for every reader. */
function toYaml(document: Json): string {
  return yamlFile(stringify(document, { version: '1.1', aliasDuplicateObjects: false, lineWidth: 0 }));
}

/** The answers of both operations, by status. */
function* answers(document: Json): Generator<[status: string, content: Json]> {
  const path = (document['paths'] as Json)['/'] as Json;
  for (const operation of [path['post'], path['get']] as Json[]) {
    for (const [status, answer] of Object.entries(operation['responses'] as Json)) {
      yield [status, (answer as Json)['content'] as Json];
    }
  }
}

function addExamples(document: Json, all: readonly Example[]): void {
  for (const [status, content] of answers(document)) {
    const matching = all.filter((example) => String(example.httpStatus) === status);
    for (const [mediaType, media] of Object.entries(content)) {
      const pick = (example: Example): unknown => (mediaType === 'application/json' ? example.json : example.xml);
      (media as Json)['examples'] = Object.fromEntries(
        matching.map((example) => [example.name, { summary: example.name, value: pick(example) }]),
      );
    }
  }
}
