import { readFile, readdir } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { errorCatalog, operationErrors, gatewayErrors, uploadErrors } from '../generated/error-catalog.ts';
import { errorPageUrl, errorRetries, errorStatuses, isErrorCode } from '../generated/error-policy.ts';
import { examples } from '../generated/examples.ts';
import * as limits from '../generated/limits.ts';
import { contractNotes, operationParameters, successFields } from '../generated/operations.ts';
import { pageErrors } from './page-errors.ts';

const entries = [...Object.values(operationErrors), ...Object.values(gatewayErrors), ...Object.values(uploadErrors)];
const generated = new URL('../generated/', import.meta.url);

/** Replaces punctuation by full-width marks. */
function fullWidth(text: string): string {
  return text.replaceAll(',', '，').replaceAll(':', '：');
}

test("the operation's codes, statuses, messages and Chinese descriptions equal the action page's", () => {
  const ours = Object.values(operationErrors).map(({ httpStatus, code, message, pageDescription }) => [
    httpStatus,
    code,
    message,
    fullWidth(pageDescription ?? ''),
  ]);
  const sorted = (rows: readonly (readonly unknown[])[]): string[] => rows.map((row) => row.join(' ')).sort();
  expect(ours).toHaveLength(39);
  expect(sorted(ours)).toEqual(sorted(pageErrors.map(([...row]) => [...row.slice(0, 3), fullWidth(row[3])])));
});

test.each(entries)('$family $code is explained in both languages, in words of its own', (entry) => {
  for (const text of [entry.meaning, entry.trigger, entry.fix]) {
    expect(text.en).toMatch(/^\S+ .+[.]$/s);
    expect(text.zh).toMatch(/\p{Script=Han}/u);
    expect(text.en).not.toMatch(/\p{Script=Han}/u);
  }
  expect(entry.meaning.en).not.toBe(entry.message);
  expect(entry.reach === 'optional' && entry.part === null).toBe(false);
});

test('addresses of error pages are unique', () => {
  expect(new Set(entries.map((entry) => entry.slug)).size).toBe(entries.length);
  expect(errorPageUrl('Console.PidError', 'https://docs')).toBe('https://docs/errors/console-piderror/');
});

test('the small policy table agrees with the catalogue', () => {
  for (const entry of Object.values(errorCatalog))
    expect([errorStatuses[entry.code], errorRetries[entry.code]]).toEqual([entry.httpStatus, entry.retry]);

  expect(isErrorCode('InvalidPicContent')).toBe(true);
  expect(isErrorCode('toString')).toBe(false);
});

test('limits', () => {
  expect(limits.pictureMaxBytes).toBe(4 * 1024 * 1024);
  expect(limits.transferTimeoutMs).toBe(5000);
  expect(limits.instanceNameMaxLength).toBe(20);
  expect(limits.pictureFormats).toEqual(['PNG', 'JPG', 'JPEG', 'BMP', 'GIF', 'WEBP', 'TIFF', 'PPM']);
  expect(limits.serviceTypes.trademark).toMatchObject({ minPixels: 200, maxPixels: 4095 });
  expect(limits.serviceTypes.fabric).toMatchObject({ minPixels: 448, maxPixels: 4096 });
});

test('parameters, fields and notes carry both languages', () => {
  for (const { description } of [...operationParameters, ...successFields])
    expect(description.zh).toMatch(/\p{Script=Han}/u);

  expect(operationParameters.map((field) => field.name)).toEqual([
    'InstanceName',
    'PrimaryPicContent',
    'SecondaryPicContent',
  ]);
  expect(contractNotes.length).toBeGreaterThanOrEqual(7);
});

test.each(Object.values(examples))('example $name says the same in JSON and XML', ({ json, xml }) => {
  const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });
  const [root] = Object.values(parser.parse(xml) as Record<string, unknown>);
  expect(root).toEqual(asText(json));
});

function asText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, asText(child)]));
}

test('one example file per code and format', async () => {
  const files = await readdir(new URL('examples/', generated));
  const inBoth = [...Object.keys(examples), 'AuthorizeFileUpload'];
  const xmlOnly = ['PostObject', ...Object.keys(uploadErrors).map((code) => `upload-${code}`)];
  const names = [...inBoth.flatMap((name) => [`${name}.json`, `${name}.xml`]), ...xmlOnly.map((name) => `${name}.xml`)];
  expect(files.sort()).toEqual(names.sort());
});

test.each(['openapi.yaml', 'openapi.zh.yaml'])('%s has an example per code in each media type', async (file) => {
  const document = parse(await readFile(new URL(file, generated), 'utf8')) as OpenApi;
  for (const method of ['get', 'post'] as const) {
    const byMediaType = Object.values(document.paths['/'][method].responses).map((answer) => answer.content);
    for (const mediaType of ['application/json', 'text/xml', 'application/xml']) {
      const named = byMediaType.flatMap((content) => Object.keys(content[mediaType]?.examples ?? {}));
      expect(named.sort()).toEqual(Object.keys(examples).sort());
    }
  }
});

interface OpenApi {
  readonly paths: Record<'/', Record<'get' | 'post', { readonly responses: Record<string, Answer> }>>;
}

interface Answer {
  readonly content: Record<string, { readonly examples?: Record<string, unknown> }>;
}
