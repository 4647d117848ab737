import { compareSimilarByImage } from '../dist/kubb/clients/compareSimilarByImage.ts';
import type { Client } from '../dist/kubb/.kubb/fetch.ts';
import type { Caller } from '../src/caller.ts';

/** The client of kubb. Its own `fetch` sends every body as JSON, so it is handed one that sends forms and reads both formats. */
export const call: Caller = async ({ baseUrl, instanceName, primary, secondary, format }) => {
  let status = 0;
  const client: Client = async ({ url = '/', params, data, headers }) => {
    const address = new URL(url, baseUrl);
    address.search = String(new URLSearchParams(defined(params)));
    const response = await fetch(address, { method: 'POST', headers, body: new URLSearchParams(defined(data)) });
    status = response.status;
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      data: await (isJson ? response.json() : response.text()),
      status,
      statusText: response.statusText,
      headers: response.headers,
    };
  };
  const answer = await compareSimilarByImage(
    { InstanceName: instanceName, PrimaryPicContent: primary, SecondaryPicContent: secondary },
    { Action: 'CompareSimilarByImage', Version: '2020-12-14', Format: format },
    undefined,
    { client },
  );
  if (typeof answer === 'string') return { kind: 'text', status, text: answer };
  if (status === 200) return { kind: 'score', score: answer.Score, code: answer.Code };
  return { kind: 'failure', status, code: String(answer.Code) };
};

function defined(values: unknown): Record<string, string> {
  const entries = Object.entries((values ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
