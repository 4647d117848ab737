import { createAnalyser as createScripted } from './scripted-analyser.ts';
import type { CreateAnalyser } from '../../../src/compare/analyser.ts';

/** A worker that comes up properly and then accepts nothing: its event loop stands still as soon as work arrives. */
export const createAnalyser: CreateAnalyser = async (options) => {
  process.prependListener('message', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  return createScripted(options);
};
