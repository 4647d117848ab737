import type { Credentials } from '../../credentials/credentials.ts';
import { CredentialsError } from '../../errors/credentials-error.ts';

/** Sends a request to a service of the cloud, without retries, as the next call asks again. */
export async function askService(service: string, url: string, init: RequestInit): Promise<string> {
  let answer: { readonly ok: boolean; readonly status: number; readonly text: string };
  try {
    const response = await fetch(url, { ...init, redirect: 'error' });
    answer = { ok: response.ok, status: response.status, text: await response.text() };
  } catch (cause) {
    throw new CredentialsError(`${service} gave no answer.`, cause);
  }
  if (!answer.ok) throw new CredentialsError(`${service} answered with HTTP ${answer.status}${codeIn(answer.text)}.`);
  return answer.text;
}

/** Reads temporary credentials from JSON, directly or in a field `Credentials`. Messages never repeat the text. */
export function issuedCredentials(service: string, text: string): Credentials {
  const fields = fieldsOf(text);
  const { AccessKeyId, AccessKeySecret, SecurityToken, Expiration } = fields;
  if (typeof AccessKeyId !== 'string' || typeof AccessKeySecret !== 'string' || typeof SecurityToken !== 'string')
    throw new CredentialsError(`${service} answered without credentials.`);

  const key = { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken };
  return typeof Expiration === 'string' ? { ...key, expiresAt: Expiration } : key;
}

interface IssuedFields {
  readonly AccessKeyId?: unknown;
  readonly AccessKeySecret?: unknown;
  readonly SecurityToken?: unknown;
  readonly Expiration?: unknown;
}

function fieldsOf(text: string): IssuedFields {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return 'Credentials' in value ? (value.Credentials as IssuedFields) : value;
  } catch {
    return {};
  }
}

/** The code of an error in JSON, which says more than the status: `NoPermission`, `EntityNotExist.Role`, … */
function codeIn(text: string): string {
  const code = /"Code"\s*:\s*"([\w.]{1,80})"/.exec(text)?.[1];
  return code === undefined ? '' : ` and the code ${code}`;
}
