import type { Client } from '@semblance/client';
import { Command, CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { comparisonOptions, connectionOptions, serviceTypeOption } from './command-options.ts';
import type { CompareCommandOptions } from './command-options.ts';
import { checkFiles } from './check-files.ts';
import type { CheckCommandOptions } from './check-files.ts';
import { comparePair, showError } from './compare-pair.ts';
import { comparePairs } from './bulk/compare-pairs.ts';
import { connect } from './connect.ts';
import { exitCodeHelp, exitCodes, exitCodeOf } from './exit-code.ts';
import type { Output } from './output.ts';

const examples = `
Examples:
  $ semblance-client compare a.jpg b.jpg --endpoint http://127.0.0.1:8080
  $ semblance-client compare a.jpg b.jpg --endpoint imagesearch.cn-shanghai.aliyuncs.com --instance myinstance --json
  $ semblance-client compare --pairs pairs.csv --out scores.csv --min-score 0.8 --endpoint http://127.0.0.1:8080

Credentials are taken from SEMBLANCE_ACCESS_KEY_ID and SEMBLANCE_ACCESS_KEY_SECRET, from ALIBABA_CLOUD_ACCESS_KEY_ID and
ALIBABA_CLOUD_ACCESS_KEY_SECRET, from an OIDC token, from ~/.alibabacloud/credentials, or from the role of an ECS machine.
A server on this machine is asked unsigned if none of the variables is set.

${exitCodeHelp}`;

/** Runs the command line. @param argv  arguments without the names of runtime and script. @returns the exit code. */
export async function run(argv: readonly string[], output: Output): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = new Command('semblance-client')
    .description("Compares pictures through CompareSimilarByImage: the cloud's, or an engine of your own.")
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out(text.trimEnd()),
      writeErr: (text) => output.error(text.trimEnd()),
    });
  const settle = async (work: () => Promise<number>, asJson = false): Promise<void> => {
    exitCode = await work().catch((error: unknown) => {
      if (error instanceof CommanderError) throw error;
      showError(error, output, asJson);
      return exitCodeOf(error);
    });
  };
  const compare = program
    .command('compare')
    .description('compare two pictures, or every pair of a file')
    .argument('[primary]', 'file of the first picture')
    .argument('[secondary]', 'file of the second picture')
    .addHelpText('after', examples)
    .action(async (primary: string | undefined, secondary: string | undefined, options: CompareCommandOptions) => {
      await settle(() => compareCommand({ primary, secondary, options }, output, compare), options.json);
    });
  for (const option of [...connectionOptions(), ...comparisonOptions()]) compare.addOption(option);
  program
    .command('check')
    .description('tell without a server whether pictures would be accepted')
    .argument('<files...>', 'picture files')
    .option('--json', 'print one line of JSON for each file')
    .addOption(serviceTypeOption())
    .action((files: string[], options: CheckCommandOptions) =>
      settle(() => checkFiles(files, options, output), options.json),
    );
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
  return exitCode;
}

interface CompareArguments {
  readonly primary: string | undefined;
  readonly secondary: string | undefined;
  readonly options: CompareCommandOptions;
}

async function compareCommand(
  { primary, secondary, options }: CompareArguments,
  output: Output,
  command: Command,
): Promise<number> {
  const { pairs } = options;
  const dialect = command.getOptionValueSource('dialect') === 'default' ? undefined : options.dialect;
  const client = (): Client => connect({ ...options, dialect });
  if (pairs !== undefined && primary === undefined) return comparePairs(client(), { ...options, pairs }, output);
  const bulkOnly = (['out', 'concurrency', 'qps', 'details'] as const).find((name) => options[name] !== undefined);
  if (pairs === undefined && bulkOnly !== undefined)
    return command.error(`error: --${bulkOnly} has no effect without --pairs.`);
  if (pairs === undefined && primary !== undefined && secondary !== undefined)
    return comparePair(client(), { paths: [primary, secondary], options }, output);

  return command.error('error: give two files, or --pairs with a CSV file. See "compare --help".');
}
