import process from 'node:process';
import { exitCodes } from '@semblance/wire/exit-codes';
import { CommandError } from './report-failure.ts';

/** Where the address of the queue's store may be, so that a password in it shows in no process list. */
export const queueVariable = 'SEMBLANCE_QUEUE_URL';

/** The address of the queue's store. @param given  the option's value; `true` or nothing: the environment names it */
export function queueUrl(given: string | true | undefined): string {
  const url = typeof given === 'string' ? given : process.env[queueVariable];
  if (url !== undefined && /^rediss?:\/\/./.test(url)) return url;
  const what = 'redis://[user:password@]host:port[/database], or rediss:// for TLS';
  throw new CommandError(
    `the queue lies in a Valkey or Redis: give --queue ${what}, or set ${queueVariable} to it`,
    exitCodes.usage,
  );
}
