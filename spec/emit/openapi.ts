import type { Program } from '@typespec/compiler';
import { getOpenAPI3 } from '@typespec/openapi3';
import type { OpenAPI3Document } from '@typespec/openapi3';
import { stringify } from 'yaml';
import type { ErrorEntry } from './errors.ts';
import type { ExampleSets } from './examples.ts';
import { limitValues } from './limit-values.ts';
import { addExamples, narrowIntegers, separateXml, simplifyChoices } from './openapi-answers.ts';
import { chinese, dropOwnChinese } from './openapi-chinese.ts';
import { addErrorTexts, fillDescriptions, unwrapDescriptions } from './openapi-document.ts';
import type { Json } from './openapi-document.ts';
import { describePictures } from './openapi-pictures.ts';
import { addCommonParameters, addServers } from './openapi-requests.ts';
import { jsonFile, yamlFile } from './write.ts';
import type { EmittedFiles } from './write.ts';

/** The documents as objects. */
export interface Documents {
  readonly english: Json;
  readonly chinese: Json;
}

/** OpenAPI 3.1 in English and Chinese, with one example per code and format. */
export async function openApiDocuments(
  program: Program,
  content: { readonly entries: readonly ErrorEntry[]; readonly examples: ExampleSets },
): Promise<Documents> {
  const document = await buildDocument(program);
  unwrapDescriptions(document);
  addServers(program, document);
  addCommonParameters(program, document);
  describePictures(document, limitValues(program));
  narrowIntegers(document);
  simplifyChoices(document);
  separateXml(document);
  addExamples(document, content.examples);
  addErrorTexts(document, content.entries, 'en');
  const translated = chinese(program, document, content.entries);
  dropOwnChinese(document);
  fillDescriptions(program, document, 'en');
  fillDescriptions(program, translated, 'zh');
  return { english: document, chinese: translated };
}

/** Both documents as YAML and JSON. */
export function emitOpenApi(documents: Documents): EmittedFiles {
  return {
    'openapi.yaml': toYaml(documents.english),
    'openapi.json': jsonFile(documents.english, 'x-comment'),
    'openapi.zh.yaml': toYaml(documents.chinese),
    'openapi.zh.json': jsonFile(documents.chinese, 'x-comment'),
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
