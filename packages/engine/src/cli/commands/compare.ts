import { exitCodes } from '@semblance/wire/exit-codes';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { FolderFlags } from '../compare-folder.ts';
import type { CompareFlags } from '../compare-files.ts';
import { positiveInteger, scoreNumber, workerCount } from '../option-values.ts';

/** Options of every way of comparing. */
type Flags = CompareFlags &
  FolderFlags & {
    readonly pairs?: string;
    readonly against?: string;
    readonly all?: string;
  };

/** What goes with which way of comparing only. */
const onlyWith: Readonly<Record<string, readonly Mode['kind'][]>> = {
  out: ['pairs', 'against', 'all'],
  minScore: ['pairs', 'against', 'all'],
  workers: ['pairs', 'against', 'all'],
  queue: ['pairs'],
  pictures: ['pairs'],
  patience: ['pairs'],
  candidates: ['against', 'all'],
  features: ['against', 'all'],
  xml: ['two'],
};

const defaultPatienceS = 300;

/** `semblance compare A B`, and of many: `--pairs FILE`, `A --against FOLDER`, `--all FOLDER`. */
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
    .addOption(new Option('--xml', "print the action's response body as XML").conflicts('json'))
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
    .option('--against <folder>', 'compare one picture with those of a folder that may be like it')
    .option('--all <folder>', 'find what is alike in a folder: near duplicates among thousands of files')
    .option(
      '--out <file>',
      'results, a line for each pair; .csv or .jsonl (default: <pairs file>.results.jsonl; of a folder <folder or picture>.results.jsonl, here)',
    )
    .option(
      '--min-score <score>',
      'with --pairs: count the scores below, and exit with 1 if there are any; of a folder: write only the others',
      scoreNumber,
    )
    .option('--workers <number>', 'worker processes (default: one a core)', workerCount)
    .option(
      '--queue [url]',
      'let the workers of a queue compare (`semblance worker`): redis://[user:password@]host:port; default: SEMBLANCE_QUEUE_URL',
    )
    .option(
      '--pictures <folder>',
      'with --queue: the folder that holds all pictures and that the workers share (default: that of the pairs file)',
    )
    .option(
      '--patience <seconds>',
      'with --queue: give up when no pair is finished for so long',
      positiveInteger,
      defaultPatienceS,
    )
    .option(
      '--candidates <number>',
      'of a folder: how many of the nearest pictures of each are compared at most (default: 50)',
      positiveInteger,
    )
    .option('--features <folder>', 'of a folder: keep what was computed of each picture there, for the next run')
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
  $ semblance compare --pairs pairs.csv --queue redis://10.0.0.5:6379       with any number of machines: semblance worker --help
  $ semblance compare --all catalogue --min-score 0.9 --out duplicates.csv
  $ semblance compare cup.jpg --against catalogue --min-score 0.7

Many pairs: the results have the columns of the pairs file, then score, or errorCode and errorMessage; calibration; key. Run the same
command again after an interruption, or kill -9: it goes on where it stopped, and ends in the same file. Pairs that failed, and pairs of
which a picture has changed, are compared again.

A folder: every file is looked at once; then only pictures whose features lie near each other are compared. Results are written the most
alike first. What is found like this, and what it costs: docs/guides/many-pairs.

Exit codes for many pairs:
  0  all compared (and none below --min-score)
  1  all compared, some below --min-score
  2  wrong use: arguments, options, files of pairs or results
  5  the queue cannot be reached, or no worker finished a pair for --patience; what was compared is kept
  6  some pairs failed; their lines say why`;

async function compare(
  command: Command,
  files: readonly [string | undefined, string | undefined],
  flags: Flags,
): Promise<void> {
  const mode = modeOf(files, flags);
  if (mode === undefined)
    return refuse(command, 'give two picture files; --pairs FILE; one picture and --against FOLDER; or --all FOLDER');
  const stray = Object.entries(onlyWith).find(
    ([name, kinds]) => command.getOptionValueSource(name) === 'cli' && !kinds.includes(mode.kind),
  );
  if (stray !== undefined)
    return refuse(command, `--${dashed(stray[0])} goes with ${stray[1].map(shown).join(' or ')}`);
  switch (mode.kind) {
    case 'pairs': {
      const { comparePairs } = await import('../compare-pairs.ts');
      return comparePairs(mode.file, flags);
    }
    case 'against':
    case 'all': {
      const { compareFolder } = await import('../compare-folder.ts');
      return compareFolder(mode, flags);
    }
    case 'two': {
      const { compareFiles } = await import('../compare-files.ts');
      return compareFiles(mode.files, flags);
    }
  }
}

type Mode =
  | { readonly kind: 'two'; readonly files: readonly [string, string] }
  | { readonly kind: 'pairs'; readonly file: string }
  | { readonly kind: 'against'; readonly folder: string; readonly picture: string }
  | { readonly kind: 'all'; readonly folder: string };

/** What is asked for; `undefined` where nothing is, or two things at once. */
function modeOf([first, second]: readonly [string | undefined, string | undefined], flags: Flags): Mode | undefined {
  const { pairs, against, all } = flags;
  const given = [pairs, against, all].filter((value) => value !== undefined).length;
  if (given > 1) return undefined;
  if (pairs !== undefined && first === undefined) return { kind: 'pairs', file: pairs };
  if (all !== undefined && first === undefined) return { kind: 'all', folder: all };
  if (against !== undefined && first !== undefined && second === undefined)
    return { kind: 'against', folder: against, picture: first };
  if (given === 0 && first !== undefined && second !== undefined) return { kind: 'two', files: [first, second] };
  return undefined;
}

function shown(kind: Mode['kind']): string {
  return kind === 'two' ? 'two picture files' : `--${kind}`;
}

function refuse(command: Command, what: string): never {
  return command.error(`error: ${what}.`, { exitCode: exitCodes.usage });
}

function dashed(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
