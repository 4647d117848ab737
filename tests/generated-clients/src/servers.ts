import { startEngine } from '@semblance/engine';
import { startMockServer } from '@semblance/mock-server';

/** A server that takes unsigned calls of `demoinstance1`. */
export interface TestServer extends AsyncDisposable {
  readonly name: 'engine' | 'mock';
  readonly baseUrl: string;
}

const account = 'generated-clients';

/** Both servers, with the same instances. */
export async function startServers(): Promise<readonly TestServer[]> {
  const settings = {
    limits: { workers: 1 },
    accessKeys: [{ accessKeyId: 'generated', accessKeySecret: 'generated-secret', account: account }],
    instances: [{ name: 'demoinstance1', owner: account, queriesPerSecond: 10_000, burst: 10_000 }],
  };
  const engine = await startEngine({ port: 0, allowAnonymous: true, settings });
  const mock = await startMockServer({ instances: { demoinstance1: {} } });
  return [
    { name: 'engine', baseUrl: `http://127.0.0.1:${engine.port}`, [Symbol.asyncDispose]: () => engine.stop() },
    {
      name: 'mock',
      baseUrl: `http://127.0.0.1:${mock.port}`,
      [Symbol.asyncDispose]: async () => {
        await mock.close();
      },
    },
  ];
}
