import { writeFileSync } from 'node:fs';
import { compareAction } from '@semblance/spec/protocol';
import type { SigningKey } from '@semblance/signing';
import { violationReport } from '../../record/violation-report.ts';
import { adminPrefix } from '../admin/admin-prefix.ts';
import { startMockServer } from '../start-mock-server.ts';
import type { MockServer } from '../start-mock-server.ts';
import { openCases } from './case-files.ts';
import { describeCommand } from './describe-command.ts';
import type { CommandOptions } from './describe-command.ts';
import { outliveReaders } from '@semblance/wire/closed-output';
import { watchStop } from '@semblance/wire/stop-signals';
import { systemErrorText } from '@semblance/wire/system-error';

/** Runs the command line until the process is asked to stop. @returns the exit code. */
export async function runCommand(argv: readonly string[]): Promise<number> {
  outliveReaders();
  const program = describeCommand();
  program.parse(argv);
  const options = program.opts<CommandOptions>();
  const misuse = misuseOf(options);
  if (misuse !== undefined) program.error(`error: ${misuse}`);
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

/** Reports options that need each other. */
function misuseOf({ record, upstream, recordPictures, signature, accessKey }: CommandOptions): string | undefined {
  if ((record === undefined) !== (upstream === undefined))
    return '--record FILE and --upstream URL go together: calls are passed on, and what comes of them is kept.';
  if (signature === 'off' && Object.keys(accessKey).length > 0)
    return '--access-key goes with --signature warn or strict: nothing looks at keys otherwise.';
  return recordPictures === true && record === undefined ? '--record-pictures goes with --record FILE.' : undefined;
}

async function serveUntilStopped(server: MockServer, options: CommandOptions): Promise<void> {
  if (options.scenario !== undefined) server.use(options.scenario);
  if (options.certificateFile !== undefined) writeCertificate(options.certificateFile, server.certificate);
  startRecording(server, options);
  // Listen for the signal first, because a reader of the greeting may stop the server at once.
  const stop = watchStop();
  if (options.quiet !== true) process.stdout.write(greeting(server, options));
  await stop.asked;
  if (options.report === true) process.stdout.write(reportOf(server));
}

function startRecording(server: MockServer, { record, upstream, recordPictures }: CommandOptions): void {
  if (record === undefined || upstream === undefined) return;
  const { write } = openCases(record);
  server.record({ upstream, pictures: recordPictures, onCase: write, accessKey: keyOfEnvironment() });
}

/** The key from the environment, under the same names as for the client. */
function keyOfEnvironment(): SigningKey | undefined {
  for (const prefix of ['SEMBLANCE', 'ALIBABA_CLOUD']) {
    const accessKeyId = process.env[`${prefix}_ACCESS_KEY_ID`];
    const accessKeySecret = process.env[`${prefix}_ACCESS_KEY_SECRET`];
    const securityToken = process.env[`${prefix}_SECURITY_TOKEN`];
    if (accessKeyId !== undefined && accessKeySecret !== undefined)
      return { accessKeyId, accessKeySecret, securityToken };
  }
  return undefined;
}

function reportOf(server: MockServer): string {
  const reports = server.sessions().flatMap((id) => {
    const report = violationReport(server.session(id));
    return report === undefined ? [] : [id === '' ? report : `Session ${id}: ${report}`];
  });
  return reports.length === 0 ? 'Nothing was received that the contract forbids.\n' : `${reports.join('\n')}\n`;
}

function writeCertificate(file: string, certificate: string): void {
  try {
    writeFileSync(file, certificate);
  } catch (cause) {
    const remedy = "name a file in a directory of this user's";
    throw new Error(`--certificate-file ${file} cannot be written: ${systemErrorText(cause)}; ${remedy}.`, { cause });
  }
}

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

function greeting(server: MockServer, options: CommandOptions): string {
  const { signature, record, upstream, replay } = options;
  return [
    `Mock of ${compareAction.action} on ${server.url} (HTTP and HTTPS)`,
    `Status page: ${server.url}${adminPrefix}`,
    `Signatures:  ${signature}`,
    ...(record === undefined ? [] : [`Recording:   ${record}, answers of ${upstream}`]),
    ...(replay === undefined ? [] : [`Replaying:   ${replay.length} cases`]),
    '',
    ...trial(server, options),
    '',
  ].join('\n');
}

/** A call that is answered with a refusal asked for; where signatures are needed curl has none. */
function trial({ url }: MockServer, { signature, accessKey }: CommandOptions): readonly string[] {
  const query = `Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON&InstanceName=mock-DeniedRequest`;
  if (signature !== 'strict') return ['Try it:', `  curl -s '${url}/?${query}'`];
  const [id] = Object.keys(accessKey);
  if (id === undefined) return ['No key is known, so every call is refused: give one with --access-key ID:SECRET.'];
  const key = `SEMBLANCE_ACCESS_KEY_ID=${id} SEMBLANCE_ACCESS_KEY_SECRET=…`;
  return [
    'Try it:',
    `  ${key} npx @semblance/client compare a.jpg b.jpg --endpoint ${url} --instance mock-DeniedRequest`,
  ];
}

function explain(error: unknown, { port, host }: CommandOptions): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Choose another with --port, or --port 0 for a free one.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `This machine has no address ${host}. Correct --host, or leave it away for 127.0.0.1.`;
  return error instanceof Error ? error.message : String(error);
}
