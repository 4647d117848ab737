/** The page under test: a service worker mocks the service, transparently for the calling code. */
import { setupWorker } from 'msw/browser';
import { compareSimilarByImageHandlers, createMock, makePair } from '@semblance/mock-server';

const endpoint = 'https://imagesearch.cn-shanghai.aliyuncs.com';
const mock = createMock({ instances: { demoinstance1: {} } });

function parameters(instanceName: string): URLSearchParams {
  const pair = makePair({ score: 0.72 });
  return new URLSearchParams({
    Action: 'CompareSimilarByImage',
    Version: '2020-12-14',
    Format: 'JSON',
    InstanceName: instanceName,
    PrimaryPicContent: pair.primaryBase64,
    SecondaryPicContent: pair.secondaryBase64,
  });
}

/** Functions that the test calls. */
const driver = {
  start: async (): Promise<void> => {
    await setupWorker(...compareSimilarByImageHandlers({ mock, endpoint: endpoint })).start({ quiet: true });
  },
  call: async (instanceName: string): Promise<unknown> => {
    const response = await fetch(endpoint, { method: 'POST', body: parameters(instanceName) });
    return { status: response.status, body: await response.json() };
  },
  rejects: async (instanceName: string): Promise<string> =>
    fetch(endpoint, { method: 'POST', body: parameters(instanceName) }).then(
      () => 'resolved',
      (error: unknown) => String(error),
    ),
  inPage: async (): Promise<unknown> => {
    const request = new Request(endpoint, { method: 'POST', body: parameters('demoinstance1') });
    return (await mock.respond(request)).json();
  },
  ownPage: async (): Promise<string> => (await fetch('/')).text(),
  received: (): number => mock.journal.entries().length,
};

Object.assign(globalThis, { driver });
export type Driver = typeof driver;
