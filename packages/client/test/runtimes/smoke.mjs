// Run by every runtime, in a folder where only the packed client is installed. Arguments: endpoint, two picture files.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { Readable } from 'node:stream';
import { createClient, isApiError } from '@semblance/client';
import { createClient as createNodeClient, file } from '@semblance/client/node';

const [endpoint, first, second] = process.argv.slice(2);
const bytes = readFileSync(first);
const credentials = { accessKeyId: 'k', accessKeySecret: 's' };
const scores = [];
const add = async (options, primary, secondary) => {
  const client = createClient({ endpoint, instanceName: 'demoinstance1', ...options });
  scores.push((await client.compare(primary, secondary)).score);
};
const other = readFileSync(second);
await add({}, new Uint8Array(bytes), other);
await add({ format: 'xml' }, new Blob([bytes]), other);
await add({ credentials }, bytes.toString('base64'), other);
await add({ credentials, dialect: 'V1' }, Readable.from([bytes]), other);
await add({ credentials, transfer: { mode: 'upload' } }, new Blob([bytes]).stream(), other);
const node = createNodeClient({ endpoint, instanceName: 'demoinstance1' });
scores.push((await node.compare(file(first), file(second))).score);
for await (const outcome of node.compareMany([{ primary: bytes, secondary: other }]))
  scores.push(outcome.comparison.score);

const refused = createClient({ endpoint, instanceName: 'mock-NoPermission' });
const error = await refused.compare(bytes, other).catch((thrown) => thrown);
const checked = await node.check(bytes);
const isRequired = typeof createRequire(import.meta.url)('@semblance/client').createClient === 'function';
console.log(JSON.stringify({ scores, code: isApiError(error) && error.code, checked: checked.ok, isRequired }));
