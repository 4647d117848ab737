/** Explaining why a signature was refused. */
export type { Dialect } from '../src/detect-dialect.ts';
