import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { readPairs, surveyPairs } from '@semblance/wire/rows';
import { compareRows } from '../../src/cli/bulk/compare-rows.ts';

/** A run in a process of its own, which tests kill: the "score" is made of the files' digests, in no time and in any order. */
const [pairs = '', out = ''] = process.argv.slice(2);
const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const survey = await surveyPairs(pairs);
await compareRows({
  source: { count: survey.count, columns: survey.columns, name: pairs, read: () => readPairs(survey) },
  out,
  comparer: {
    concurrency: 8,
    identity: 'test',
    compare: async ({ primaryPath, secondaryPath }) => {
      const digests = [sha256(primaryPath), sha256(secondaryPath)] as const;
      await setTimeout(Number.parseInt(digests[0].slice(0, 2), 16) / 20);
      return { digests, score: Number.parseInt(digests.join('').slice(60, 68), 16) / 2 ** 32, calibration: 'test' };
    },
    close: async () => undefined,
  },
  minScore: undefined,
  onDone: (how) => void process.stdout.write(`${how}\n`),
});
