import path from 'node:path';

/** Folder that keeps everything the evaluation downloads or makes; git ignores it. */
export const evaluationCache: string = path.join(import.meta.dirname, '../.cache/eval');
