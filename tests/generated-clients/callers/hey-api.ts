import { createClient } from '../dist/hey-api/client/index.ts';
import { compareSimilarByImage } from '../dist/hey-api/sdk.gen.ts';
import type { Caller } from '../src/caller.ts';

/** The SDK of @hey-api/openapi-ts. */
export const call: Caller = async ({ baseUrl, instanceName, primary, secondary, format }) => {
  const { data, error, response } = await compareSimilarByImage({
    client: createClient({ baseUrl }),
    query: { Action: 'CompareSimilarByImage', Version: '2020-12-14', Format: format },
    body: { InstanceName: instanceName, PrimaryPicContent: primary, SecondaryPicContent: secondary },
  });
  const status = response?.status ?? 0;
  if (typeof data === 'string') return { kind: 'text', status, text: data };
  if (data !== undefined) return { kind: 'score', score: data.Score, code: data.Code };
  if (typeof error === 'string') return { kind: 'text', status, text: error };
  return { kind: 'failure', status, code: error.Code };
};
