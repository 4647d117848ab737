import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'ini';
import type { CredentialProvider, Credentials } from '../../credentials/credentials.ts';
import { CredentialsError } from '../../errors/credentials-error.ts';
import { ecsRamRoleCredentials } from './ecs-ram-role-credentials.ts';
import { oidcCredentials } from './oidc-credentials.ts';

/** Options of `profileCredentials`. */
export interface ProfileCredentialsOptions {
  /** Default `ALIBABA_CLOUD_PROFILE`, else `default`. */
  readonly profile?: string | undefined;
  /** Default `ALIBABA_CLOUD_CREDENTIALS_FILE`, else `~/.alibabacloud/credentials`. */
  readonly file?: string | undefined;
}

type CredentialsProfile = Readonly<Record<string, unknown>>;

/** Reads the credentials of a profile in the credentials file: `access_key`, `sts`, `ecs_ram_role` or `oidc_role_arn`. */
export function profileCredentials(options: ProfileCredentialsOptions = {}): CredentialProvider {
  return async (signal) => {
    const name = options.profile ?? process.env['ALIBABA_CLOUD_PROFILE'] ?? 'default';
    const path =
      options.file ?? process.env['ALIBABA_CLOUD_CREDENTIALS_FILE'] ?? join(homedir(), '.alibabacloud', 'credentials');
    const profile = await readProfile(path, name, signal);
    return credentialsOf(profile, `The profile "${name}" of ${path}`)(signal);
  };
}

async function readProfile(path: string, name: string, signal: AbortSignal): Promise<CredentialsProfile> {
  let text: string;
  try {
    text = await readFile(path, { encoding: 'utf8', signal });
  } catch (cause) {
    throw new CredentialsError(`The credentials file ${path} cannot be read.`, cause);
  }
  const profile = sectionOf(parse(text), name);
  if (typeof profile !== 'object' || profile === null) throw new CredentialsError(`${path} has no profile "${name}".`);
  return profile as CredentialsProfile;
}

/** Finds a section by name; the parser turns a name with dots into nested sections. */
function sectionOf(file: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((section, part) => {
    const isSection = typeof section === 'object' && section !== null && Object.hasOwn(section, part);
    return isSection ? (section as CredentialsProfile)[part] : undefined;
  }, file);
}

function credentialsOf(profile: CredentialsProfile, where: string): CredentialProvider {
  const type = text(profile['type']) ?? 'access_key';
  switch (type) {
    case 'access_key':
    case 'sts':
      return () => keyOf(profile, where);
    case 'ecs_ram_role':
      return ecsRamRoleCredentials({ roleName: text(profile['role_name']) });
    case 'oidc_role_arn':
      return oidcCredentials({
        roleArn: text(profile['role_arn']),
        oidcProviderArn: text(profile['oidc_provider_arn']),
        oidcTokenFile: text(profile['oidc_token_file_path']),
        roleSessionName: text(profile['role_session_name']),
      });
    default:
      throw new CredentialsError(
        `${where} is of the type "${type}"; supported are access_key, sts, ecs_ram_role and oidc_role_arn.`,
      );
  }
}

function keyOf(profile: CredentialsProfile, where: string): Credentials {
  const accessKeyId = text(profile['access_key_id']);
  const accessKeySecret = text(profile['access_key_secret']);
  if (accessKeyId === undefined || accessKeySecret === undefined)
    throw new CredentialsError(`${where} lacks access_key_id or access_key_secret.`);

  return { accessKeyId, accessKeySecret, securityToken: text(profile['security_token']) };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
