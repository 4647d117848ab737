import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { ServeFlags } from '../serve.ts';

/** `semblance serve`. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .summary('serve the CompareSimilarByImage action over HTTP and TLS')
    .description('Serves the action, and the uploads of the Advance flow, for plain HTTP and TLS on one port.')
    .option('--config <file>', 'YAML file with keys, instances, policies, limits; SIGHUP reads it again')
    .option('--host <address>', 'address to listen on (default: the configured one, or 127.0.0.1)')
    .option('--port <number>', 'port; 0 picks a free one (default: the configured one, or 8080)', portNumber)
    .option('--admin-port <number>', 'serve a page of status, /livez, /readyz and /metrics on this port', portNumber)
    .option(
      '--state-directory <directory>',
      'where certificate and uploads are kept (default: the configured one, or ~/.semblance)',
    )
    .option('--allow-anonymous', 'accept unsigned requests; on this machine only')
    .addHelpText(
      'after',
      `
Without keys the engine makes a key pair, prints it, and listens on this machine only.

Environment, where no file names keys or instances:
  SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET   one access key
  SEMBLANCE_INSTANCE                                     one instance (default demoinstance1)
  SEMBLANCE_DOCS_URL                                     where error answers link to

Examples:
  $ semblance serve --allow-anonymous --port 8080
  $ curl -s 'http://127.0.0.1:8080/?Action=CompareSimilarByImage&Version=2020-12-14&Format=JSON' \\
      --data-urlencode InstanceName=demoinstance1 \\
      --data-urlencode "PrimaryPicContent=$(base64 -w0 a.jpg)" \\
      --data-urlencode "SecondaryPicContent=$(base64 -w0 b.jpg)"
  $ semblance serve --config engine.yaml --host 0.0.0.0 --admin-port 9090
  $ kill -HUP <pid>     read the configuration again
  $ kill -TERM <pid>    finish running requests, then stop`,
    )
    .action(async (flags: ServeFlags) => {
      const { serve } = await import('../serve.ts');
      await serve(flags);
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}
