import { homedir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { openLogStream } from '../lifecycle/admin/log-stream.ts';
import { keptCertificateFile } from '../request/edge/certificate.ts';
import { startEngine } from '../lifecycle/start-engine.ts';
import type { Engine } from '../lifecycle/start-engine.ts';
import { collectLessOften } from '../collect-less-often.ts';
import { watchStop } from '@semblance/wire/stop-signals';

/** Options of `semblance serve`. */
export interface ServeFlags {
  readonly config?: string;
  readonly host?: string;
  readonly port?: number;
  readonly adminPort?: number;
  readonly allowAnonymous?: true;
  readonly stateDirectory?: string;
}

/** Time for the log to be read at the end, in milliseconds. */
const flushMs = 1000;

/** Runs an engine until it is asked to stop. */
export async function serve(flags: ServeFlags): Promise<void> {
  collectLessOften();
  const { config: file, ...options } = flags;
  const log = openLogStream(1);
  const logger = pino({}, log);
  let engine: Engine | undefined;
  const stop = watchStop(() => engine?.abandon());
  try {
    engine = await startEngine({
      ...options,
      file,
      defaultStateDirectory: path.join(homedir(), '.semblance'),
      environment: process.env,
      logger,
      signal: stop.signal,
    });
  } catch (error) {
    if (stop.signal.aborted) return;
    throw error;
  }
  const running = engine;
  process.on('SIGHUP', () => {
    running.reload().catch((error: unknown) => logger.error({ err: error }, 'configuration kept as it was'));
  });
  process.stderr.write(greeting(running, file));
  await stop.asked;
  logger.info('draining');
  await running.stop();
  // The log's reader may have stopped reading, which must not keep the engine from ending.
  await log.flush(flushMs);
  process.exit();
}

function greeting(engine: Engine, file: string | undefined): string {
  const { url, mode, generatedKey, instances, adminUrl, stateDirectory } = engine;
  const certificateFile = file === undefined ? keptCertificateFile(stateDirectory.path) : undefined;
  const lines = [
    '',
    `  Semblance engine on ${url} (plain HTTP and TLS on the same port)`,
    `  Instances: ${instances.join(', ')}`,
    ...(adminUrl === undefined ? [] : [`  Admin: ${adminUrl}/ (status), /livez, /readyz, /metrics`]),
    `  State: ${stateDirectory.path}`,
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
