import createClient from 'openapi-fetch';
import type { paths } from '../dist/openapi-fetch/schema.ts';
import type { Caller } from '../src/caller.ts';

/** openapi-fetch on types by openapi-typescript. */
export const call: Caller = async ({ baseUrl, instanceName, primary, secondary, format }) => {
  const client = createClient<paths>({ baseUrl });
  const { data, error, response } = await client.POST('/', {
    params: { query: { Action: 'CompareSimilarByImage', Version: '2020-12-14', Format: format } },
    body: { InstanceName: instanceName, PrimaryPicContent: primary, SecondaryPicContent: secondary },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    parseAs: format === 'XML' ? 'text' : 'json',
  });
  if (typeof data === 'string') return { kind: 'text', status: response.status, text: data };
  if (data !== undefined) return { kind: 'score', score: data.Score, code: data.Code };
  // The types know the JSON of a failure; with `parseAs: 'text'` it is whatever came.
  const failure: unknown = error;
  if (typeof failure === 'string') return { kind: 'text', status: response.status, text: failure };
  return { kind: 'failure', status: response.status, code: error.Code };
};
