import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from '../fake-server.ts';

const kills = 50;
const program = join(import.meta.dirname, '../../dist/cli/main.js');

/** A picture of one colour. */
function picture(colour: number): Buffer {
  return Buffer.concat([Buffer.from('P6 100 100 255\n'), Buffer.alloc(30_000, colour)]);
}

async function compare(args: readonly string[], killAfterMs?: number): Promise<boolean> {
  const child = spawn(process.execPath, [program, 'compare', ...args], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code] = (await ended) as [number | null];
  clearTimeout(timer);
  return code !== null;
}

test.each(['jsonl', 'csv'])('a run killed fifty times writes the file of an uninterrupted one: %s', async (format) => {
  const directory = await mkdtemp(join(tmpdir(), 'semblance-'));
  const names = Array.from({ length: 40 }, (_, index) => `p${index}.ppm`);
  await Promise.all(names.map((name, index) => writeFile(join(directory, name), picture(index + 1))));
  const rows = Array.from(
    { length: 400 },
    (_, index) => `${index % 7},${names[index % 40]},${names[(index * 3) % 40]}`,
  );
  const pairs = join(directory, 'pairs.csv');
  await writeFile(pairs, `id,primary,secondary\n${rows.join('\n')}\n`);
  await using server = await fakeServer(async ({ form }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const colour = Buffer.from(form.get('PrimaryPicContent') ?? '', 'base64').at(-1) ?? 0;
    const reply = exampleReply(colour === 9 ? 'PictureError' : 'success');
    const body = JSON.stringify({ ...JSON.parse(reply.body ?? ''), RequestId: crypto.randomUUID() });
    return { ...reply, body: body.replace('0.85', String(colour / 100)) };
  });
  const options = ['--pairs', pairs, '--endpoint', server.endpoint, '--attempts', '1'];
  const unbroken = join(directory, `unbroken.${format}`);
  const killed = join(directory, `killed.${format}`);
  expect(await compare([...options, '--out', unbroken])).toBe(true);
  const wanted = await readFile(unbroken, 'utf8');
  expect(wanted.trimEnd().split('\n')).toHaveLength(format === 'csv' ? 401 : 400);
  let survived = 0;
  for (let index = 0; index < kills; index += 1)
    if (await compare([...options, '--out', killed], 60 + index * 13)) survived += 1;

  expect(survived).toBeLessThan(kills);
  expect(await compare([...options, '--out', killed])).toBe(true);
  expect(await readFile(killed, 'utf8')).toBe(wanted);
  expect((await readdir(directory)).filter((name) => /partial|new$/.test(name))).toEqual([]);
});
