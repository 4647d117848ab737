/** The way from the downloaded document to a typed score with one generator: commands and program. */
export interface GeneratedClient {
  readonly name: string;
  readonly commands: string;
  /** `compare.mts`. */
  readonly program: string;
}

const pictures = `import { readFile } from 'node:fs/promises';

const form = {
  InstanceName: 'demoinstance1',
  PrimaryPicContent: await readFile('a.jpg', 'base64'),
  SecondaryPicContent: await readFile('b.jpg', 'base64'),
};
const query = { Action: 'CompareSimilarByImage', Version: '2020-12-14' } as const;
`;

/** The generators that `tests/generated-clients` runs, calls both servers with and type-checks. */
export const generatedClients: readonly GeneratedClient[] = [
  {
    name: 'openapi-fetch',
    commands: `npm install openapi-fetch openapi-typescript typescript@5 tsx
npx openapi-typescript openapi.yaml -o schema.ts
npx tsx compare.mts`,
    program: `import createClient from 'openapi-fetch';
import type { paths } from './schema.ts';
${pictures}
const client = createClient<paths>({ baseUrl: 'http://127.0.0.1:8080' });
const { data, error } = await client.POST('/', {
  params: { query },
  body: form,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
console.log(data?.Score ?? error?.Code);`,
  },
  {
    name: '@hey-api/openapi-ts',
    commands: `npm install @hey-api/openapi-ts typescript@5 tsx
npx openapi-ts -i openapi.yaml -o client -c @hey-api/client-fetch
npx tsx compare.mts`,
    program: `import { createClient } from './client/client/index.ts';
import { compareSimilarByImage } from './client/sdk.gen.ts';
${pictures}
const client = createClient({ baseUrl: 'http://127.0.0.1:8080' });
const { data, error } = await compareSimilarByImage({ client, query, body: form });
console.log(data?.Score ?? error?.Code);`,
  },
  {
    name: 'orval',
    commands: `npm install orval typescript@5 tsx
echo "export default { semblance: { input: 'openapi.yaml', output: { target: 'client.ts', client: 'fetch', baseUrl: 'http://127.0.0.1:8080' } } };" > orval.config.mjs
npx orval --config orval.config.mjs
npx tsx compare.mts`,
    program: `import { compareSimilarByImage } from './client.ts';
${pictures}
const { status, data } = await compareSimilarByImage(form, query);
console.log(status === 200 ? data.Score : data.Code);`,
  },
  {
    name: 'kubb',
    commands: `npm install @kubb/cli@4 @kubb/core@4 @kubb/plugin-oas@4 @kubb/plugin-ts@4 @kubb/plugin-client@4 typescript@5 tsx
echo "import { pluginOas } from '@kubb/plugin-oas'; import { pluginTs } from '@kubb/plugin-ts'; import { pluginClient } from '@kubb/plugin-client'; export default { input: { path: 'openapi.yaml' }, output: { path: 'client', format: false, lint: false }, plugins: [pluginOas({ generators: [] }), pluginTs(), pluginClient({ client: 'fetch', bundle: true })] };" > kubb.config.mjs
npx kubb generate --config kubb.config.mjs
npx tsx compare.mts`,
    program: `import type { Client } from './client/.kubb/fetch.ts';
import { compareSimilarByImage } from './client/clients/compareSimilarByImage.ts';
${pictures}
// Kubb's own client sends every body as JSON.
const client: Client = async ({ params, data }) => {
  const address = new URL('http://127.0.0.1:8080/');
  address.search = String(new URLSearchParams(params as Record<string, string>));
  const body = new URLSearchParams(data as unknown as Record<string, string>);
  const answer = await fetch(address, { method: 'POST', body });
  return { data: await answer.json(), status: answer.status, statusText: answer.statusText, headers: answer.headers };
};
const answer = await compareSimilarByImage(form, query, undefined, { client });
console.log(typeof answer === 'object' && 'Score' in answer ? answer.Score : answer);`,
  },
];
