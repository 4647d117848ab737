import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCommandLine, readNumber } from '../../scripts/command-line.ts';
import { runQueue } from '../../packages/engine/test/bulk/queue-run.ts';
import { RedisServer } from '../../packages/engine/test/service/support/redis-server.ts';
import { printTable } from './report.ts';

const help = `npm run drill:queue -w tools -- [PAIRS]

So many pairs (10000) through a queue and three workers, one of which is killed every few seconds. Exits with 0 when there is
exactly one line for each pair, in their order, each with the score of its like.
`;
const { positionals } = readCommandLine(help, { allowPositionals: true });
const pairs = readNumber('PAIRS', positionals[0] ?? '10000', { from: 1, help });
const home = mkdtempSync(path.join(tmpdir(), 'semblance-queue-drill-'));
const server = await RedisServer.start();
try {
  const report = await runQueue({
    home,
    url: server.url,
    pictures: 20,
    pairs,
    workers: 3,
    // A worker takes some two seconds of a core to start: killed more often, two cores do little else.
    killEveryMs: 15_000,
    onProgress: (text) => console.log(text),
  });
  const { rows, exitCode, kills, seconds, error } = report;
  const scores = new Map<string, number | undefined>();
  for (const { primary, secondary, score } of rows) scores.set(`${primary} ${secondary}`, score);
  const isOddOne = ({ primary, secondary, score }: (typeof rows)[number]): boolean =>
    scores.get(`${primary} ${secondary}`) !== score;
  printTable([
    { what: 'exit code', count: exitCode ?? -1, detail: error.trim() },
    { what: 'lines too few or too many', count: Math.abs(rows.length - pairs), detail: `${rows.length} lines` },
    {
      what: 'lines out of place',
      count: rows.filter(({ n }, at) => Number(n) !== at).length,
      detail: `${new Set(rows.map(({ n }) => n)).size} different ones`,
    },
    { what: 'pairs without a score', count: rows.filter(({ score }) => score === undefined).length, detail: '' },
    {
      what: 'scores unlike those of the same pair',
      count: rows.filter(isOddOne).length,
      detail: `${scores.size} different pairs`,
    },
  ]);
  console.log(`  ${kills} workers killed in ${Math.round(seconds)} s\n`);
  const isWhole = rows.length === pairs && rows.every(({ n, score }, at) => Number(n) === at && score !== undefined);
  process.exitCode = exitCode === 0 && isWhole && !rows.some(isOddOne) && kills > 0 ? 0 : 1;
} finally {
  await server.remove();
  rmSync(home, { recursive: true, force: true });
}
