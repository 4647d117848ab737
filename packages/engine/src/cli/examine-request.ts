import { readFile } from 'node:fs/promises';
import { diagnose, summarize } from '@semblance/signing/doctor';
import type { Diagnosis } from '@semblance/signing/doctor';
import type { AccessKey, ReceivedRequest } from '@semblance/signing/verify';
import { systemErrorText } from '@semblance/wire/system-error';
import { parseCapturedRequest } from './captured-request.ts';
import { CommandError } from './report-failure.ts';

/** Options of `semblance doctor`. */
export interface DoctorFlags {
  readonly json?: true;
  readonly now?: string;
}

/** Diagnoses a captured request and prints the outcome; a signature that does not match sets the exit code. */
export async function examineRequest(file: string, flags: DoctorFlags): Promise<void> {
  const request = parseCapturedRequest(await readCapture(file));
  const key = keyFromEnvironment(process.env);
  const nowMs = flags.now === undefined ? signedAtMs(request) : Date.parse(flags.now);
  if (Number.isNaN(nowMs)) throw new CommandError(`--now ${flags.now ?? ''}: write a moment like 2026-01-09T08:00:00Z`);
  const findKey = (accessKeyId: string): AccessKey | undefined =>
    accessKeyId === key.accessKeyId ? key.key : undefined;
  const diagnosis = await diagnose({ request, options: { findKey, nowMs } });
  process.stdout.write(flags.json === true ? `${JSON.stringify(diagnosis, undefined, 2)}\n` : describe(diagnosis));
  if (diagnosis.code !== undefined) process.exitCode = 1;
}

async function readCapture(file: string): Promise<Uint8Array> {
  if (file !== '-') {
    return readFile(file).catch((error: unknown) => {
      throw new CommandError(
        `${file} cannot be read: ${systemErrorText(error)}. Name a file that holds a captured request.`,
      );
    });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function keyFromEnvironment(environment: NodeJS.ProcessEnv): { readonly accessKeyId: string; readonly key: AccessKey } {
  const accessKeyId = environment['SEMBLANCE_ACCESS_KEY_ID'];
  const accessKeySecret = environment['SEMBLANCE_ACCESS_KEY_SECRET'];
  const securityToken = environment['SEMBLANCE_SECURITY_TOKEN'];
  if (accessKeyId === undefined || accessKeySecret === undefined) {
    throw new CommandError(
      'set SEMBLANCE_ACCESS_KEY_ID and SEMBLANCE_ACCESS_KEY_SECRET to the key the request should be signed with',
    );
  }
  const temporary = securityToken === undefined ? undefined : { securityToken, expiresAtMs: Number.MAX_SAFE_INTEGER };
  return { accessKeyId, key: { accessKeySecret, temporary } };
}

/** Date of the signature according to the request; the current time without one. */
function signedAtMs({ headers, target, body }: ReceivedRequest): number {
  const fields = headers as readonly (readonly [string, string])[];
  const date = fields.find(([name]) => name.toLowerCase() === 'x-acs-date')?.[1];
  const start = `${target.split('?')[1] ?? ''}&${Buffer.from(body).toString('latin1')}`;
  const timestamp = date ?? new URLSearchParams(start).get('Timestamp') ?? '';
  const parsed = Date.parse(timestamp);
  return Number.isNaN(parsed) ? Date.now() : parsed;
}

function describe(diagnosis: Diagnosis): string {
  const lines = [
    diagnosis.code === undefined ? 'The signature matches.' : `Refused with ${diagnosis.code}.`,
    summarize(diagnosis, 'en'),
  ];
  if (diagnosis.canonicalRequest !== undefined && diagnosis.code !== undefined)
    lines.push('', 'Canonical request on the server:', diagnosis.canonicalRequest);

  if (diagnosis.stringToSign !== undefined && diagnosis.code !== undefined)
    lines.push('', 'String to sign on the server:', diagnosis.stringToSign);

  return `${lines.join('\n')}\n`;
}
