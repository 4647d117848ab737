import { issueCredentials } from '../request/access/sts-token.ts';
import { loadConfig } from '../config/load-config.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance sts-token`. */
export interface StsTokenFlags {
  readonly config: string;
  readonly issuer: string;
  readonly session: string;
  readonly seconds: number;
}

/** Issues temporary credentials and prints them as JSON. */
export async function printStsToken({ config: file, issuer: name, session, seconds }: StsTokenFlags): Promise<void> {
  const { stsIssuers } = await loadConfig(file, process.env);
  const issuer = stsIssuers.find((candidate) => candidate.name === name);
  if (issuer === undefined) {
    throw new CommandError(
      `${file} has no issuer "${name}"; it has ${stsIssuers.map((each) => each.name).join(', ') || 'none'}`,
    );
  }
  const credentials = issueCredentials(
    { ...issuer, secret: issuer.secret ?? '' },
    session,
    Date.now() + seconds * 1000,
  );
  process.stdout.write(`${JSON.stringify(credentials, undefined, 2)}\n`);
}
