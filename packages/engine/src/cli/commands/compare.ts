import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { BulkFlags } from '../compare-pairs.ts';
import type { CompareFlags } from '../compare-files.ts';

/** Options of all kinds of comparison. */
type Flags = CompareFlags & BulkFlags & { readonly pairs?: string };

/** Options for many pairs only. */
const bulkOnly = ['out', 'minScore', 'workers'] as const;

/** `semblance compare A B`, `semblance compare --pairs FILE`. */
export function registerCompare(program: Command): void {
  const command = program
    .command('compare')
    .summary('score two picture files, or every pair of a file')
    .description(
      'Scores two picture files: 0 (nothing in common) to 1 (the same pixels). Exits with 0 only if there is a score. With --pairs it scores every pair of a file.',
    )
    .argument('[A]', 'first picture: PNG, JPEG, BMP, GIF, WebP, TIFF or PPM')
    .argument('[B]', 'second picture')
    .option('--json', "print the action's response body as JSON; of many pairs their counts")
    .option('--xml', "print the action's response body as XML")
    .option(
      '--service-type <type>',
      'what the pictures are for; decides the sizes that are allowed and how colours, prints and parts count',
      'generic',
    )
    .option('--lang <language>', 'en or zh: language of what is told', 'en')
    .option('--model <manifest>', 'score by a model of your own, as `semblance model check` accepts it');
  addBulkOptions(command);
  command.action((first: string | undefined, second: string | undefined, flags: Flags) =>
    compare(command, [first, second], flags),
  );
}

function addBulkOptions(command: Command): void {
  command
    .option(
      '--pairs <file>',
      'compare every pair of a file: CSV or lines of JSON, with the columns primary and secondary (or a and b); paths are relative to it',
    )
    .option('--out <file>', 'results, a line for each pair; .csv or .jsonl (default: <pairs file>.results.jsonl)')
    .option('--min-score <score>', 'count the scores below, and exit with 1 if there are any', scoreNumber)
    .option('--workers <number>', 'worker processes (default: one a core)', positiveInteger)
    .addHelpText('after', help);
}

const help = `
Examples:
  $ semblance compare cup.jpg cup-again.png
  $ semblance compare --json a.jpg b.webp | jq .Score
  $ semblance compare --service-type trademark logo.png logo-flat.gif
  $ semblance compare --model dinov2-small.yaml cup.jpg cup-again.png
  $ semblance compare --pairs pairs.csv --out scores.jsonl
  $ semblance compare --pairs pairs.csv --out scores.csv --min-score 0.8 || echo 'some are too different'

Many pairs: the results have the columns of the pairs file, then score, or errorCode and errorMessage; calibration; key. Run the same
command again after an interruption, or kill -9: it goes on where it stopped, and ends in the same file. Pairs that failed, and pairs of
which a picture has changed, are compared again.

Exit codes for many pairs:
  0  all compared (and none below --min-score)
  1  all compared, some below --min-score
  2  wrong use: arguments, options, files of pairs or results
  6  some pairs failed; their lines say why`;

async function compare(
  command: Command,
  [first, second]: readonly [string | undefined, string | undefined],
  flags: Flags,
): Promise<void> {
  if (flags.pairs !== undefined && first === undefined && flags.xml === undefined) {
    const { comparePairs } = await import('../compare-pairs.ts');
    return comparePairs(flags.pairs, flags);
  }
  const stray = bulkOnly.find((name) => flags[name] !== undefined);
  if (flags.pairs === undefined && stray !== undefined) return refuse(command, `--${dashed(stray)} goes with --pairs`);
  if (flags.pairs === undefined && first !== undefined && second !== undefined) {
    const { compareFiles } = await import('../compare-files.ts');
    return compareFiles([first, second], flags);
  }
  return refuse(command, 'give two picture files, or --pairs with a file of pairs');
}

function refuse(command: Command, what: string): never {
  return command.error(`error: ${what}.`, { exitCode: 2 });
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function scoreNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('a score is a number from 0 to 1.');
  return value;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('give a whole number, at least 1.');
  return value;
}
