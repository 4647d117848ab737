import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { fingerprint } from './gallery/fingerprint.ts';
import { shots } from './gallery/plan.ts';
import { renderShots, writeRest } from './gallery/write-gallery.ts';

interface Options {
  readonly only: string;
  readonly samples: number;
  readonly check: boolean;
  readonly derive: boolean;
}

const program = new Command('npm run render --')
  .showHelpAfterError()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .description('Renders the example pictures. Without options: everything, which takes some minutes.')
  .option('--only <text>', 'render only pictures whose name contains this text', '')
  .option('--samples <count>', 'rays per pixel; 4 for a quick look, 24 for a clean picture', readCount, 10)
  .option('--no-derive', 'leave edited copies, formats, wrong pictures and lists as they are')
  .option(
    '--check',
    'write nothing; fail if the renderer no longer gives the pixels it gave when the pictures were made',
    false,
  )
  .action(run);

async function run({ only, samples, check, derive }: Options): Promise<void> {
  if (check) return reportCheck();
  if (!shots.some(({ name }) => name.includes(only)))
    program.error(`No picture has "${only}" in its name. Names: ${shots.map(({ name }) => name).join(', ')}`);

  await renderShots(only, samples);
  if (derive) await writeRest();
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1024)
    throw new InvalidArgumentError('Give a whole number from 1 to 1024.');

  return count;
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
