import { randomBytes, X509Certificate } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import path from 'node:path';
import { createSecureContext } from 'node:tls';
import { generate } from 'selfsigned';
import { systemErrorText } from '@semblance/wire/system-error';
import { StartError, systemReason } from '../../config/start-error.ts';

/** A certificate chain and its key, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Sources of a certificate. */
export interface CertificateSource {
  readonly certificateFile?: string | undefined;
  readonly privateKeyFile?: string | undefined;
  /** Existing directory for a generated one. */
  readonly stateDirectory: string;
  /** Host names and addresses used by callers. */
  readonly hosts: readonly string[];
}

const dayMs = 24 * 3_600_000;
const lifetimeMs = 90 * dayMs;
/** A kept certificate is replaced when it expires within this time, because engines and callers run for weeks. */
const renewalMs = 45 * dayMs;
const certificateName = 'certificate.pem';
const keyName = 'private-key.pem';

/**
 * The configured certificate, the kept one while it fits, or a new one.
 * @failure StartError for unusable configured files or an unwritable directory.
 */
export async function openCertificate(source: CertificateSource): Promise<Certificate> {
  const { certificateFile, privateKeyFile, stateDirectory, hosts } = source;
  if (certificateFile !== undefined && privateKeyFile !== undefined)
    return openConfigured(certificateFile, privateKeyFile);

  const names = [...new Set(['127.0.0.1', '::1', 'localhost', ...hosts])];
  const kept = await readKept(stateDirectory);
  if (kept !== undefined && fits(kept, names)) return kept;
  const made = await makeCertificate(names);
  await keep(stateDirectory, made);
  return made;
}

async function openConfigured(certificateFile: string, privateKeyFile: string): Promise<Certificate> {
  const configured = {
    cert: await readConfigured('listen.certificateFile', certificateFile),
    key: await readConfigured('listen.privateKeyFile', privateKeyFile),
  };
  const fault = pairFault(configured);
  if (fault === undefined) return configured;
  throw new StartError(
    `listen.certificateFile ${certificateFile} and listen.privateKeyFile ${privateKeyFile}: they cannot be used together (${fault}); give the PEM files of one certificate and its own key`,
  );
}

async function readConfigured(setting: string, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new StartError(
      `${setting} ${file}: it cannot be read: ${systemErrorText(error)}; correct the path or its rights`,
    );
  });
}

/** OpenSSL's error about a certificate and its key, without bytes of either. */
function pairFault({ cert, key }: Certificate): string | undefined {
  try {
    createSecureContext({ cert, key });
    return undefined;
  } catch (error) {
    return systemReason(error);
  }
}

/** Path of the certificate in a state directory, for NODE_EXTRA_CA_CERTS of callers. */
export function keptCertificateFile(stateDirectory: string): string {
  return path.join(stateDirectory, certificateName);
}

async function readKept(directory: string): Promise<Certificate | undefined> {
  try {
    return {
      cert: await readFile(path.join(directory, certificateName), 'utf8'),
      key: await readFile(path.join(directory, keyName), 'utf8'),
    };
  } catch {
    return undefined;
  }
}

function fits(kept: Certificate, hosts: readonly string[]): boolean {
  if (pairFault(kept) !== undefined) return false;
  const certificate = new X509Certificate(kept.cert);
  // Earlier versions generated authorities, whose key could sign for any host.
  if (certificate.ca) return false;
  const covered = hosts.every((host) =>
    isIP(host) === 0 ? certificate.checkHost(host) !== undefined : certificate.checkIP(host) !== undefined,
  );
  return covered && Date.parse(certificate.validTo) > Date.now() + renewalMs;
}

async function keep(directory: string, { cert, key }: Certificate): Promise<void> {
  try {
    await replaceFile(path.join(directory, keyName), key, 0o600);
    await replaceFile(path.join(directory, certificateName), cert, 0o644);
  } catch (error) {
    throw new StartError(
      `stateDirectory ${directory}: the certificate cannot be kept there: ${systemErrorText(error)}; make room, or name another directory with stateDirectory or --state-directory`,
    );
  }
}

/** Replaces a file atomically, so that other engines read the old or the new one. */
async function replaceFile(file: string, text: string, mode: number): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, text, { mode, flag: 'wx' });
  await rename(draft, file);
}

/** Generates a certificate for its own hosts that cannot sign others (RFC 5280, section 4.2.1.9). */
async function makeCertificate(hosts: readonly string[]): Promise<Certificate> {
  const altNames = hosts.map((host) =>
    isIP(host) === 0 ? { type: 2 as const, value: host } : { type: 7 as const, ip: host },
  );
  const made = await generate([{ name: 'commonName', value: `Semblance engine ${randomBytes(4).toString('hex')}` }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 3_600_000),
    notAfterDate: new Date(Date.now() + lifetimeMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { cert: made.cert, key: made.private };
}
