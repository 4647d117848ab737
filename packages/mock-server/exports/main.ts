/** The mock, its MSW handlers and its server. `./mock` and `./server` do not need MSW. */
export * from './browser.ts';
export { startMockServer, type MockServer, type MockServerOptions } from '../src/server/start-mock-server.ts';
