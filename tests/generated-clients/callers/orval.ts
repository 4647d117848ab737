import { compareSimilarByImage } from '../dist/orval/client.ts';
import type { Caller } from '../src/caller.ts';

/** The fetch client of orval. Its addresses are relative: pages call their own origin, programs set `baseUrl` in its configuration. */
export const call: Caller = async ({ baseUrl, instanceName, primary, secondary, format }) => {
  const form = { InstanceName: instanceName, PrimaryPicContent: primary, SecondaryPicContent: secondary };
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => fetch(new URL(String(input), baseUrl), init);
  try {
    const { status, data } = await compareSimilarByImage(form, {
      Action: 'CompareSimilarByImage',
      Version: '2020-12-14',
      Format: format,
    });
    if (typeof data === 'string') return { kind: 'text', status, text: data };
    if (status === 200) return { kind: 'score', score: data.Score, code: data.Code };
    return { kind: 'failure', status, code: data.Code };
  } finally {
    globalThis.fetch = fetch;
  }
};
