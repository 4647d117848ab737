import { randomBytes, X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import path from 'node:path';
import { generate } from 'selfsigned';

/** A certificate chain and its key, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Where a certificate comes from. */
export interface CertificateSource {
  readonly certificateFile?: string | undefined;
  readonly privateKeyFile?: string | undefined;
  /** Where a made one is kept. */
  readonly stateDirectory?: string | undefined;
  /** Names and addresses callers use. */
  readonly hosts: readonly string[];
}

const lifetimeMs = 800 * 24 * 3_600_000;
/** A kept certificate is made anew when it has less than this left. */
const renewalMs = 7 * 24 * 3_600_000;
const certificateName = 'certificate.pem';
const keyName = 'private-key.pem';

/** The configured certificate, the kept one while it fits, or a new one. */
export async function openCertificate(source: CertificateSource): Promise<Certificate> {
  const { certificateFile, privateKeyFile, stateDirectory, hosts } = source;
  if (certificateFile !== undefined && privateKeyFile !== undefined) {
    return { cert: await readFile(certificateFile, 'utf8'), key: await readFile(privateKeyFile, 'utf8') };
  }
  const names = [...new Set(['127.0.0.1', '::1', 'localhost', ...hosts])];
  const kept = stateDirectory === undefined ? undefined : await readKept(stateDirectory);
  if (kept !== undefined && fits(kept, names)) return kept;
  const made = await makeCertificate(names);
  if (stateDirectory !== undefined) await keep(stateDirectory, made);
  return made;
}

/** Where the certificate of a state directory lies; callers name it in NODE_EXTRA_CA_CERTS. */
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

function fits({ cert }: Certificate, hosts: readonly string[]): boolean {
  const certificate = new X509Certificate(cert);
  const covered = hosts.every((host) =>
    isIP(host) === 0 ? certificate.checkHost(host) !== undefined : certificate.checkIP(host) !== undefined,
  );
  return covered && Date.parse(certificate.validTo) > Date.now() + renewalMs;
}

async function keep(directory: string, { cert, key }: Certificate): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(path.join(directory, keyName), key, { mode: 0o600 });
  await writeFile(path.join(directory, certificateName), cert);
}

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
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { cert: made.cert, key: made.private };
}
