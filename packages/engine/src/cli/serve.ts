import { homedir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { keptCertificateFile } from '../gateway/certificate.ts';
import { startEngine, type Engine } from '../start-engine.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance serve`. */
export interface ServeFlags {
  readonly config?: string;
  readonly host?: string;
  readonly port?: number;
  readonly adminPort?: number;
  readonly allowAnonymous?: true;
}

/** Runs an engine until it is told to stop. */
export async function serve(flags: ServeFlags): Promise<void> {
  const { config: file, ...options } = flags;
  const stateDirectory = path.join(homedir(), '.semblance');
  const logger = pino(pino.destination({ sync: false }));
  const engine = await startEngine({
    ...options,
    file,
    settings: { listen: { stateDirectory } },
    environment: process.env,
    logger,
  }).catch((error: unknown) => {
    throw explainStart(error);
  });
  process.on('SIGHUP', () => {
    engine.reload().catch((error: unknown) => logger.error({ err: error }, 'configuration kept as it was'));
  });
  const stopping = signalled();
  // Whoever reads the greeting may send signals from then on.
  process.stderr.write(greeting(engine, file === undefined ? keptCertificateFile(stateDirectory) : undefined));
  await stopping;
  logger.info('draining');
  await engine.stop();
  logger.flush();
}

function explainStart(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new CommandError('the port is in use; choose another with --port, or 0 for a free one');
  if (code === 'EACCES') return new CommandError('this user may not listen on that port; choose one above 1023');
  return error;
}

/** Resolves at the first request to stop; a second one ends the process at once. */
function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
}

function greeting(engine: Engine, certificateFile: string | undefined): string {
  const { url, mode, generatedKey, instances, adminUrl } = engine;
  const lines = [
    '',
    `  Semblance engine on ${url} (plain HTTP and TLS on the same port)`,
    `  Instances: ${instances.join(', ')}`,
    ...(adminUrl === undefined ? [] : [`  Admin: ${adminUrl}/livez, /readyz, /metrics`]),
    ...(certificateFile === undefined
      ? []
      : [`  Certificate: ${certificateFile} (callers: NODE_EXTRA_CA_CERTS, or ignoreSSL)`]),
    '',
  ];
  if (mode === 'anonymous')
    lines.push('  Unsigned requests are accepted, from this machine only. Signed ones are verified.', '');
  if (generatedKey !== undefined) {
    lines.push(
      '  Protected: no access key is configured, so one was made for this run, and only this machine can connect.',
      `    AccessKeyId      ${generatedKey.accessKeyId}`,
      `    AccessKeySecret  ${generatedKey.accessKeySecret}`,
      '  Give them to any client, with the endpoint above and protocol "http". To keep a key, set SEMBLANCE_ACCESS_KEY_ID',
      '  and SEMBLANCE_ACCESS_KEY_SECRET, or use --config. For unsigned calls from this machine: --allow-anonymous.',
      '',
    );
  }
  return `${lines.join('\n')}\n`;
}
