/**
 * Program that calls the mock with every client and prints the result of each fault for each client, as JSON. Argument: `msw`, `standalone`
 * or `agent`.
 */
export const clientsProgram = `
import { createRequire } from 'node:module';
import { setupServer } from 'msw/node';
import { compareSimilarByImageHandlers, createMock, makePair, startMockServer } from '@semblance/mock-server';
import { mockAgent } from '@semblance/mock-server/undici';
import * as undici from 'undici';
import axios from 'axios';
import got from 'got';
import nodeFetch from 'node-fetch';

const require = createRequire(import.meta.url);
const { default: Client, CompareSimilarByImageRequest } = require('@alicloud/imagesearch20201214');
const { $OpenApiUtil } = require('@alicloud/openapi-core');

const mode = process.argv[2];
const mock = createMock();
const pair = makePair({ score: 0.5 });
let url = 'https://imagesearch.cn-shanghai.aliyuncs.com/';
if (mode === 'msw') setupServer(...compareSimilarByImageHandlers({ mock })).listen({ onUnhandledFrame: 'error' });
if (mode === 'standalone') url = (await startMockServer({ mock })).url + '/';
if (mode === 'agent') undici.setGlobalDispatcher(mockAgent({ mock, otherHosts: 'refuse' }));

const form = (InstanceName) => new URLSearchParams({ Action: 'CompareSimilarByImage', Version: '2020-12-14', Format: 'JSON', InstanceName,
  PrimaryPicContent: pair.primaryBase64, SecondaryPicContent: pair.secondaryBase64 }).toString();
const headers = { 'content-type': 'application/x-www-form-urlencoded' };
const patienceMs = 3000;
const signal = () => AbortSignal.timeout(patienceMs);
const clients = {
  fetch: async (body) => (await fetch(url, { method: 'POST', body, headers, signal: signal() })).text(),
  'undici.request': async (body) => (await undici.request(url, { method: 'POST', body, headers, signal: signal() })).body.text(),
  'undici.fetch': async (body) => (await undici.fetch(url, { method: 'POST', body, headers, signal: signal() })).text(),
  axios: async (body) => (await axios.post(url, body, { headers, signal: signal(), transformResponse: (text) => text, validateStatus: () => true })).data,
  got: async (body) => (await got.post(url, { body, headers, signal: signal(), retry: { limit: 0 }, throwHttpErrors: false })).body,
  'node-fetch': async (body) => (await nodeFetch(url, { method: 'POST', body, headers, signal: signal() })).text(),
  sdk: async (_body, instanceName) => {
    const { host, protocol } = new URL(url);
    const client = new (Client.default ?? Client)(new $OpenApiUtil.Config({ accessKeyId: 'a', accessKeySecret: 'b', endpoint: host, protocol: protocol.slice(0, -1) }));
    const request = new CompareSimilarByImageRequest({ instanceName, primaryPicContent: pair.primaryBase64, secondaryPicContent: pair.secondaryBase64 });
    return JSON.stringify((await client.compareSimilarByImage(request)).body);
  },
};
const unseen = { msw: ['undici.request', 'undici.fetch'], agent: ['axios', 'got', 'node-fetch', 'sdk'], standalone: [] }[mode];
const failure = (error) => [error.name, error.code ?? error.cause?.code ?? ''].join(' ');
const reported = (error) => [failure(error), error.message].join(': ');
const seen = [];
// Nothing else keeps the program alive while it waits for what never answers: the timers of signals do not.
const awake = setInterval(() => {}, 1000);
for (const fault of ['success', 'connection-reset', 'truncated-body', 'slow-dribble', 'malformed-body', 'empty-body', 'proxy-error-page', 'never-answers']) {
  for (const [client, call] of Object.entries(clients)) {
    if (unseen.includes(client)) continue;
    const startedMs = performance.now();
    const name = 'mock-' + fault;
    const outcome = await call(form(name), name).then((text) => String(text).length + ' characters', fault === 'never-answers' ? reported : failure);
    seen.push({ fault, client, outcome, tookMs: performance.now() - startedMs });
  }
}
process.stdout.write(JSON.stringify(seen), () => process.exit());
`;
