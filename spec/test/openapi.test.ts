import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { errorCatalog, uploadErrors } from '../generated/error-catalog.ts';
import * as limits from '../generated/limits.ts';

type Json = { readonly [key: string]: Json } & { readonly [Symbol.iterator]?: never };
const load = async (name: string): Promise<Json> =>
  JSON.parse(await readFile(new URL(`../generated/${name}`, import.meta.url), 'utf8')) as Json;
const [english, chinese] = [await load('openapi.json'), await load('openapi.zh.json')];

const operations = (document: Json): [name: string, operation: Json][] =>
  Object.values(document['paths'] ?? {}).flatMap((path) =>
    Object.values(path).map((operation): [string, Json] => [String(operation['operationId']), operation]),
  );
const named = new Map(operations(english));
const text = (value: unknown): string => JSON.stringify(value);

/** Parameters of an operation with references resolved. */
function parameters(operation: Json | undefined): Json[] {
  return (Object.values(operation?.['parameters'] ?? {}) as Json[]).map((parameter) => {
    const reference = parameter['$ref'];
    if (reference === undefined) return parameter;
    return english['components']?.['parameters']?.[String(reference).split('/').at(-1) ?? ''] as Json;
  });
}

test('every operation of the wire is described: comparison, authorisation, upload', () => {
  expect([...named.keys()]).toEqual([
    'CompareSimilarByImage',
    'CompareSimilarByImageGet',
    'AuthorizeFileUpload',
    'PostObject',
  ]);
});

test('a path that stands for / is / to every client', () => {
  for (const path of Object.keys(english['paths'] ?? {}))
    expect(new URL(path, 'http://127.0.0.1:8080').href).toBe('http://127.0.0.1:8080/');
});

test('servers of the cloud and of this machine, over http and https', () => {
  const urls = (Object.values(english['servers'] ?? {}) as Json[]).map((server) => String(server['url']));
  expect(urls).toEqual([
    '{scheme}://{endpoint}',
    'http://127.0.0.1:8080',
    'https://127.0.0.1:8080',
    'http://127.0.0.1:4010',
  ]);
  expect(text(named.get('PostObject')?.['servers'])).toContain('{scheme}://{bucket}.{endpoint}');
});

test('signed in either dialect, or not at all', () => {
  expect(english['security']).toEqual([{ V3Signature: [] }, { V1Signature: [] }, {}]);
  expect(named.get('PostObject')?.['security']).toEqual([{}]);
});

test.each(['CompareSimilarByImage', 'CompareSimilarByImageGet', 'AuthorizeFileUpload'])(
  '%s takes the headers and parameters of both dialects, and requires what routes it',
  (name) => {
    const all = parameters(named.get(name));
    const names = all.map((parameter) => String(parameter['name']));
    expect(new Set(names).size).toBe(names.length);
    const v3 = ['x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-content-sha256', 'x-acs-signature-nonce'];
    const v1 = ['AccessKeyId', 'SignatureMethod', 'SignatureVersion', 'SignatureNonce', 'Timestamp', 'SecurityToken'];
    expect(names).toEqual(expect.arrayContaining([...v3, ...v1, 'Action', 'Version', 'Format']));
    const required = all.filter((parameter) => text(parameter['required']) === 'true').map(({ name: its }) => its);
    expect(required.slice(0, 2)).toEqual(['Action', 'Version']);
    for (const routed of ['Action', 'Version', 'x-acs-action', 'x-acs-version']) {
      const schema = all.find((parameter) => text(parameter['name']) === text(routed))?.['schema'];
      expect(Object.keys(schema?.['enum'] ?? {})).toHaveLength(1);
    }
  },
);

test('a code is listed once, under its status only', () => {
  const schemas = english['components']?.['schemas'] ?? {};
  const seen = Object.entries(schemas).flatMap(([schema, value]) =>
    [...text(value).matchAll(/"const":"([^"]+)"/g)].map(([, code]) => ({ schema, code })),
  );
  for (const { code, httpStatus, family } of [...Object.values(errorCatalog), ...Object.values(uploadErrors)]) {
    const group = { operation: 'OperationError', gateway: 'GatewayError', upload: 'UploadError' }[family];
    const places = seen.filter((entry) => entry.code === code && entry.schema.startsWith(group));
    expect(places).toEqual([{ schema: `${group}${httpStatus}`, code }]);
  }
});

test('Code of a success is an integer', () => {
  const code = english['components']?.['schemas']?.['CompareSimilarByImageResult']?.['properties']?.['Code'];
  expect(code).toMatchObject({ type: 'integer', enum: [0] });
});

test.each([
  ['English', english],
  ['Chinese', chinese],
])('%s: every picture rule stands in description and schema, from the limits', (_language, document) => {
  const schema = document['components']?.['schemas']?.['PictureContent'];
  const group = (value: number): string => value.toLocaleString('en-US');
  const facts = [
    ...limits.pictureFormats,
    `${limits.pictureMaxBytes / 1024 / 1024} MB`,
    group(limits.pictureMaxBytes),
    group(limits.pictureBase64MaxLength),
    `${limits.transferTimeoutMs / 1000} `,
    '%2B',
    ...Object.values(limits.serviceTypes).flatMap(({ minPixels, maxPixels }) => [`${minPixels} `, `${maxPixels} `]),
  ];
  const form = document['components']?.['schemas']?.['CompareSimilarByImageForm']?.['properties'];
  const descriptions = [schema, form?.['PrimaryPicContent'], form?.['SecondaryPicContent']].map((node) =>
    String(node?.['description']),
  );
  for (const description of descriptions) for (const fact of facts) expect(description).toContain(fact);
  expect(schema).toMatchObject({
    maxLength: limits.pictureBase64MaxLength,
    contentEncoding: 'base64',
    'x-picture': {
      maxBytes: limits.pictureMaxBytes,
      formats: limits.pictureFormats,
      transferTimeoutMs: limits.transferTimeoutMs,
      pixels: { fabric: { minPixels: limits.serviceTypes.fabric.minPixels } },
    },
  });
  const content = document['paths']?.['/']?.['post']?.['requestBody']?.['content'];
  expect(content?.['application/x-www-form-urlencoded']?.['encoding']?.['PrimaryPicContent']).toMatchObject({
    allowReserved: false,
  });
});

/** Facts of a text that do not depend on its language: numbers, and names in code style. */
function factsOf(description: string): string[] {
  const code = [...description.matchAll(/`[^`]+`/g)].map(([whole]) => whole);
  const numbers = [...description.replaceAll(/`[^`]+`/g, '').matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([whole]) => whole);
  return [...new Set([...code, ...numbers.map((number) => number.replaceAll(',', ''))])].sort();
}

function* descriptionPairs(ours: Json, theirs: Json, path = ''): Generator<[path: string, en: string, zh: string]> {
  if (typeof ours !== 'object' || ours === null) return;
  for (const [key, value] of Object.entries(ours)) {
    const other = theirs[key] as Json;
    if ((key === 'description' || key === 'summary') && typeof value === 'string') yield [path, value, String(other)];
    else yield* descriptionPairs(value, other, `${path}/${key}`);
  }
}

const pairs = new Map([...descriptionPairs(english, chinese)].map((pair) => [pair[1], pair]));

test.each([...pairs.values()])('both languages state the same facts: %s', (_path, en, zh) => {
  expect(factsOf(zh)).toEqual(factsOf(en));
});

test('no placeholder is left in a text', () => {
  for (const [, en, zh] of pairs.values()) expect(`${en} ${zh}`).not.toMatch(/\{[a-z]\w*\}/);
});
