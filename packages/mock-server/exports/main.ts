/** The mock, its MSW handlers and its server. Parts that need no MSW: `./mock` and `./server`. */
export * from './browser.ts';
export { startMockServer, type MockServer, type MockServerOptions } from '../src/server/start-mock-server.ts';
