import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { Command } from 'commander';
import { fingerprint } from './gallery/fingerprint.ts';
import { renderShots, writeRest } from './gallery/write-gallery.ts';

interface Options {
  readonly only: string;
  readonly samples: string;
  readonly check: boolean;
  readonly derive: boolean;
}

const program = new Command('render')
  .description('Renders the example pictures. Without options: everything, which takes some minutes.')
  .option('--only <text>', 'render only pictures whose name contains this text', '')
  .option('--samples <count>', 'rays per pixel; 4 for a quick look, 24 for a clean picture', '10')
  .option('--no-derive', 'leave edited copies, formats, wrong pictures and lists as they are')
  .option(
    '--check',
    'write nothing; fail if the renderer no longer gives the pixels it gave when the pictures were made',
    false,
  )
  .action(run);

async function run({ only, samples, check, derive }: Options): Promise<void> {
  if (check) return reportCheck();
  await renderShots(only, Number(samples));
  if (derive) await writeRest();
}

async function reportCheck(): Promise<void> {
  const committed: unknown = JSON.parse(await readFile(new URL('gallery/fingerprint.json', import.meta.url), 'utf8'));
  const isSame = isDeepStrictEqual(committed, fingerprint());
  process.stdout.write(
    isSame
      ? 'The renderer gives the committed pixels.\n'
      : 'The renderer has changed: render the pictures again and commit them.\n',
  );
  if (!isSame) process.exitCode = 1;
}

await program.parseAsync();
