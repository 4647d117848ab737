import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/** Loaded into the processes of an engine: each tells in a file, again and again, which flags V8 runs with, as the tag that V8 makes of all of them. */
const directory = process.env['SEMBLANCE_TEST_FLAGS'];
if (isMainThread && directory !== undefined) {
  const file = path.join(directory, path.basename(process.argv[1] ?? ''));
  setInterval(() => writeFileSync(file, String(cachedDataVersionTag())), 50).unref();
}
