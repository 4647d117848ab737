import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileContract } from '../emit/contract.ts';
import { emitErrorCatalog } from '../emit/error-catalog.ts';
import { emitErrorPolicy } from '../emit/error-policy.ts';
import { errorEntries } from '../emit/errors.ts';
import { emitExamples, examples } from '../emit/examples.ts';
import { fieldsOf } from '../emit/fields.ts';
import { modelNamed } from '../emit/lookup.ts';
import { filled } from '../emit/placeholders.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}.tsp`, import.meta.url));

test('a code written in one place reaches catalogue, policy and their types', async () => {
  const entries = errorEntries(await compileContract(fixture('new-code')));
  expect(entries).toMatchObject([
    { code: 'NewCode', family: 'operation', httpStatus: 400, retry: 'never', reach: 'real', slug: 'newcode' },
  ]);
  const policy = emitErrorPolicy(entries, 'https://docs')['error-policy.ts'];
  expect(policy).toContain("export type OperationErrorCode =\n  | 'NewCode'");
  expect(policy).toContain("'NewCode': 'never'");
  expect(emitErrorCatalog(entries)['error-catalog.json']).toContain('A new message.');
});

test('a new code gets its examples in both formats', async () => {
  const entries = errorEntries(await compileContract(fixture('new-code')));
  const program = await compileContract();
  const files = emitExamples(examples(program, entries));
  expect(JSON.parse(String(files['examples/NewCode.json']))).toMatchObject({ Code: 'NewCode' });
  expect(files['examples/NewCode.xml']).toContain('<Code>NewCode</Code>');
});

test.each([
  ['misspelt-cause', /pictrue/],
  ['duplicate-code', /Enum already has a member named NewCode/],
])('%s does not compile', async (name, message) => {
  await expect(compileContract(fixture(name))).rejects.toThrow(message);
});

test('a code without an entry stops the emitters', async () => {
  const program = await compileContract(fixture('no-info'));
  expect(() => errorEntries(program)).toThrow('NewCode has no @errorInfo');
});

test.each([
  ['Length', /unknown-types\.tsp:8:3: .*the scalar duration/],
  ['Mixed', /unknown-types\.tsp:14:3: .*anything but texts/],
  ['Named', /unknown-types\.tsp:20:3: .*the model Record/],
  ['Silent', /unknown-types\.tsp:26:3: Word lacks its text/],
])('%s stops the emitters, with its place', async (model, message) => {
  const program = await compileContract(fixture('unknown-types'));
  expect(() => fieldsOf(program, modelNamed(program, model))).toThrow(message);
});

test('an unknown placeholder stops the emitters', async () => {
  const program = await compileContract();
  expect(() => filled(program, 'At most {pictureMaxByte} bytes.', 'en')).toThrow(/\{pictureMaxByte\}.*At most/);
  expect(filled(program, 'At most {pictureMaxBytes} bytes.', 'en')).toBe('At most 4,194,304 bytes.');
});
