import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { validate } from '@scalar/openapi-parser';

/** Runs Scalar's validator on the documents of the command line; prints a line per document and per problem. */
const documents = process.argv.slice(2);
let problems = documents.length === 0 ? 1 : 0;
for (const path of documents) {
  const { valid, errors = [] } = await validate(await readFile(path, 'utf8'));
  if (!valid) problems += 1;
  process.stdout.write(`${path}: ${valid ? 'valid' : errors.map(({ message }) => message).join('; ')}\n`);
}
process.exitCode = problems === 0 ? 0 : 1;
