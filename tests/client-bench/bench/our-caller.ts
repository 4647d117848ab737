import { createClient } from '@semblance/client';
import type { Caller, Server } from './caller.ts';

/** Our client: with its own choice of how to send, or always in the request. */
export function ourCaller({ host, accessKeyId, accessKeySecret }: Server, mode: 'auto' | 'inline'): Caller {
  const client = createClient({
    endpoint: `http://${host}`,
    instanceName: 'demoinstance1',
    credentials: { accessKeyId, accessKeySecret },
    transfer: { mode },
  });
  return { compare: async (primary, secondary) => (await client.compare(primary, secondary)).score };
}
