import { readFileSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { compareAction } from '@semblance/spec/protocol';
import { parsePlan } from '../scenarios/parse-plan.ts';
import type { Plan } from '../scenarios/plan.ts';
import type { RecordedCase } from '../record/recorded-case.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { adminPrefix } from '../server/admin/admin-prefix.ts';
import { startMockServer } from '../server/start-mock-server.ts';
import type { MockServer } from '../server/start-mock-server.ts';
import { untilStopped } from './stop-signals.ts';

interface CommandOptions {
  readonly port: number;
  readonly host: string;
  readonly scenario?: Plan;
  readonly score: Scoring;
  readonly signature: 'off' | 'warn' | 'strict';
  readonly accessKey: Readonly<Record<string, { readonly accessKeySecret: string }>>;
  readonly instance: readonly string[];
  readonly seed?: number;
  readonly errorRate?: number;
  readonly latency?: number;
  readonly replay?: readonly RecordedCase[];
  readonly certificateFile?: string;
  readonly quiet?: boolean;
}

/** Runs the command line until the process is told to end. @returns the exit code. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  const program = describeCommand();
  program.parse(argv);
  const options = program.opts<CommandOptions>();
  let server: MockServer | undefined;
  try {
    server = await startMockServer(serverOptions(options));
    await serveUntilStopped(server, options);
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error, options)}\n`);
    return 1;
  } finally {
    await server?.close();
  }
}

async function serveUntilStopped(server: MockServer, options: CommandOptions): Promise<void> {
  if (options.scenario !== undefined) server.use(options.scenario);
  if (options.certificateFile !== undefined) writeCertificate(options.certificateFile, server.certificate);
  // Listening for the signal comes first: who reads the greeting may stop the server at once.
  const stopped = untilStopped();
  if (options.quiet !== true) process.stdout.write(greeting(server, options));
  await stopped;
}

function writeCertificate(file: string, certificate: string): void {
  try {
    writeFileSync(file, certificate);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new Error(
      `--certificate-file ${file} cannot be written (${reason}): name a file in a directory of this user's.`,
      {
        cause,
      },
    );
  }
}

function describeCommand(): Command {
  return new Command('semblance-mock')
    .description(
      `A mock of ${compareAction.action}: every answer of the contract, on demand. No cloud, no keys, no cost.`,
    )
    .addOption(
      new Option('-p, --port <number>', 'port for HTTP and HTTPS; 0 takes a free one').default(4010).argParser(toPort),
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addOption(
      new Option('--scenario <plan>', 'answer this: a code, or a plan such as DeniedRequest*2,success').argParser(
        toPlan,
      ),
    )
    .addOption(
      new Option('--score <score>', 'a fixed score, "bytes" (made up) or "engine" (computed)')
        .default('bytes')
        .argParser(toScoring),
    )
    .addOption(new Option('--signature <mode>', 'check signatures').choices(['off', 'warn', 'strict']).default('off'))
    .addOption(
      new Option('--access-key <id:secret>', 'a key that warn and strict know; may be repeated')
        .default({})
        .argParser(addKey),
    )
    .addOption(
      new Option('--instance <name>', 'only these instances exist; may be repeated')
        .default([], 'any name is one')
        .argParser(addName),
    )
    .addOption(new Option('--seed <number>', 'same request IDs and same chance in every run').argParser(toNumber))
    .addOption(
      new Option('--error-rate <share>', 'share of calls answered with a retryable error, 0 to 1').argParser(toNumber),
    )
    .addOption(new Option('--latency <milliseconds>', 'wait before every answer').argParser(toNumber))
    .addOption(new Option('--replay <file>', 'recorded cases to answer from, JSON').argParser(readCases))
    .option('--certificate-file <file>', 'write the certificate there, for clients that have to trust it')
    .option('-q, --quiet', 'print nothing')
    .addHelpText('after', help);
}

const help = `
Examples:
  semblance-mock --port 4010
  semblance-mock --scenario "DeniedRequest*2,success"     two refusals, then success
  semblance-mock --score 0.72                             every pair scores 0.72
  semblance-mock --signature strict --access-key id:secret

Without restarting: name the instance mock-DeniedRequest (or any other scenario), or send the header
x-mock-scenario. The status page ${adminPrefix} shows what was received and switches scenarios.
`;

function serverOptions(options: CommandOptions): Parameters<typeof startMockServer>[0] {
  const { port, host, score, signature, accessKey, instance, seed, replay } = options;
  return {
    port,
    host,
    scoring: score,
    signature,
    accessKeys: accessKey,
    instances: instance.length === 0 ? undefined : Object.fromEntries(instance.map((name) => [name, {}])),
    seed,
    replay,
    chaos: { latency: options.latency, errorRate: options.errorRate },
  };
}

function greeting(server: MockServer, { signature }: CommandOptions): string {
  return [
    `Mock of ${compareAction.action} on ${server.url} (HTTP and HTTPS)`,
    `Status page: ${server.url}${adminPrefix}`,
    `Signatures:  ${signature}`,
    '',
    'Try it:',
    `  curl -s '${server.url}/?Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON&InstanceName=mock-DeniedRequest'`,
    '',
  ].join('\n');
}

function explain(error: unknown, { port, host }: CommandOptions): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with --port, or --port 0 for a free one.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `This machine has no address ${host}. Correct --host, or leave it away for 127.0.0.1.`;
  return error instanceof Error ? error.message : String(error);
}

function toPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

function toNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= 0)) throw new InvalidArgumentError('This takes a number from 0 up.');
  return number;
}

function toPlan(text: string): Plan {
  const parsing = parsePlan(text);
  if (!parsing.ok) throw new InvalidArgumentError(parsing.detail);
  return parsing.value;
}

function toScoring(text: string): Scoring {
  if (text === 'bytes' || text === 'engine') return text;
  const score = Number(text);
  if (text.trim() === '' || !(score >= 0 && score <= 1))
    throw new InvalidArgumentError('A score is a number from 0 to 1, or "bytes", or "engine".');
  return score;
}

function addKey(text: string, keys: CommandOptions['accessKey']): CommandOptions['accessKey'] {
  const colon = text.indexOf(':');
  if (colon < 1) throw new InvalidArgumentError('Write the key as ID:SECRET.');
  return { ...keys, [text.slice(0, colon)]: { accessKeySecret: text.slice(colon + 1) } };
}

function addName(text: string, names: readonly string[]): readonly string[] {
  return [...names, text];
}

function readCases(file: string): readonly RecordedCase[] {
  try {
    const cases: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (Array.isArray(cases)) return cases as RecordedCase[];
  } catch {
    // Falls through to the message below, which serves an unreadable file and wrong JSON alike.
  }
  throw new InvalidArgumentError(`${file} has to hold a JSON list of cases made by recordCase().`);
}
