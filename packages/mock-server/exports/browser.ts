/** The parts that run in a page: the mock and its MSW handlers, without the server. */
export * from './mock.ts';
export { compareSimilarByImageHandlers, type HandlerOptions } from '../src/msw/handlers.ts';
