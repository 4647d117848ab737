import type { ServiceType } from '@semblance/client';
import { serviceTypes } from '@semblance/spec/limits';
import { InvalidArgumentError, Option } from 'commander';

/** Connection options, shared by the commands. */
export interface ConnectionOptions {
  readonly endpoint: string;
  readonly instance: string;
  readonly profile?: string;
  readonly unsigned?: boolean;
  readonly dialect?: 'V3' | 'V1' | undefined;
  readonly format: 'json' | 'xml';
  readonly transfer: 'auto' | 'inline' | 'upload';
  readonly timeout: number;
  readonly attempts: number;
  readonly proxy?: string;
  readonly fit?: boolean;
  readonly check: boolean;
  readonly serviceType?: ServiceType;
}

/** The options of `compare`. */
export interface CompareCommandOptions extends ConnectionOptions {
  readonly json?: boolean;
  readonly minScore?: number;
  readonly pairs?: string;
  readonly out?: string;
  readonly concurrency?: number;
  readonly qps?: number;
  readonly details?: boolean;
}

/** Makes the connection options. */
export function connectionOptions(): Option[] {
  return [
    new Option('-e, --endpoint <address>', 'server to ask, e.g. http://127.0.0.1:8080')
      .env('SEMBLANCE_ENDPOINT')
      .makeOptionMandatory(),
    new Option('-i, --instance <name>', 'name of the image search instance')
      .env('SEMBLANCE_INSTANCE')
      .default('demoinstance1'),
    new Option('--profile <name>', 'profile of ~/.alibabacloud/credentials'),
    new Option('--unsigned', 'send no signature; only servers on this machine take that').conflicts('profile'),
    new Option('--dialect <name>', 'signature').choices(['V3', 'V1']).default('V3'),
    new Option('--format <name>', 'format of the answers on the wire').choices(['json', 'xml']).default('json'),
    new Option('--transfer <how>', 'send pictures in the request, or upload them first')
      .choices(['auto', 'inline', 'upload'])
      .default('auto'),
    new Option('--timeout <seconds>', 'longest a comparison may take, retries included')
      .default(60)
      .argParser(positiveNumber),
    new Option('--attempts <number>', 'attempts at most, refusals for load not counted; 1 switches retries off')
      .default(4)
      .argParser(positiveInteger),
    new Option('--proxy <address>', 'HTTP proxy to go through, e.g. http://proxy:3128'),
    new Option('--no-check', 'send pictures that the server would refuse anyway; by default they are refused here'),
    serviceTypeOption(),
    new Option('--fit', 'turn, shrink and re-encode pictures until the server takes them (needs the package sharp)'),
  ];
}

/** Makes the option for the service type of the instance, which determines the pixel limits of the check. */
export function serviceTypeOption(): Option {
  return new Option(
    '--service-type <name>',
    'what the instance searches: it decides how many pixels are allowed',
  ).choices(Object.keys(serviceTypes));
}

/** Makes the options for comparing one pair or many. */
export function comparisonOptions(): Option[] {
  return [
    new Option('--json', 'print the result as one line of JSON'),
    new Option('--min-score <score>', 'exit with code 1 if the score, or one of --pairs, is lower').argParser(
      scoreNumber,
    ),
    new Option(
      '--pairs <file>',
      'compare every pair of a file: CSV or lines of JSON, with the columns primary and secondary (or a and b)',
    ),
    new Option(
      '--out <file>',
      'results of --pairs, a line for each; .csv or .jsonl (default: <pairs file>.results.jsonl)',
    ),
    new Option(
      '--concurrency <number>',
      'comparisons of --pairs at once at most (default: what the server takes)',
    ).argParser(positiveInteger),
    new Option('--qps <number>', 'comparisons of --pairs begun per second at most').argParser(positiveNumber),
    new Option(
      '--details',
      'add request ids, durations and attempts to the results of --pairs: they differ from run to run',
    ),
  ];
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('A number above 0 is needed.');
  return value;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('A whole number above 0 is needed.');
  return value;
}

function scoreNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('A score is a number from 0 to 1.');
  return value;
}
