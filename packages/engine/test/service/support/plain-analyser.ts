import { createAnalyser as createScripted } from './scripted-analyser.ts';
import type { CreateAnalyser } from '../../../src/compare/analyser.ts';

/** The scripted analyser without its faults: whatever a mutated picture's width is, it is analysed. */
export const createAnalyser: CreateAnalyser = async (options) => {
  const scripted = await createScripted(options);
  return { ...scripted, analyse: (task) => scripted.analyse({ ...task, header: { ...task.header, width: 120 } }) };
};
