import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import { der, derInteger, derObjectId, derSequence, derTime } from './der.ts';

/** A certificate and its private key, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
const commonName = '2.5.4.3';
const subjectAltName = '2.5.29.17';
const basicConstraints = '2.5.29.19';
const dayMs = 86_400_000;

/**
 * Makes a certificate for the given names and addresses, valid for a year and self-signed (X.509 version 3, RFC 5280; ECDSA on P-256). For
 * local tests: callers trust it by `NODE_EXTRA_CA_CERTS` or the like.
 *
 * A library for this would be several times larger than this package.
 */
export function createSelfSignedCertificate(hosts: readonly string[], nowMs: number = Date.now()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = derSequence(derObjectId(ecdsaWithSha256));
  const name = derSequence(
    der(0x31, derSequence(derObjectId(commonName), der(0x0c, Buffer.from('semblance mock server')))),
  );
  const validity = derSequence(derTime(new Date(nowMs - dayMs)), derTime(new Date(nowMs + 365 * dayMs)));
  const toBeSigned = derSequence(
    der(0xa0, derInteger(Buffer.of(2))),
    derInteger(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, derSequence(...extensions(hosts))),
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', toBeSigned, privateKey));
  return {
    cert: pem(derSequence(toBeSigned, algorithm, signature)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function extensions(hosts: readonly string[]): Buffer[] {
  const authority = derSequence(der(0x01, Buffer.of(0xff)));
  const names = derSequence(...hosts.map(generalName));
  return [
    derSequence(derObjectId(basicConstraints), der(0x01, Buffer.of(0xff)), der(0x04, authority)),
    derSequence(derObjectId(subjectAltName), der(0x04, names)),
  ];
}

function generalName(host: string): Buffer {
  if (isIPv4(host)) return der(0x87, Buffer.from(host.split('.').map(Number)));
  if (isIPv6(host)) return der(0x87, ipv6Bytes(host));
  return der(0x82, Buffer.from(host));
}

function ipv6Bytes(host: string): Buffer {
  const [head = '', tail] = host.split('::');
  const groups = (text: string): string[] => text.split(':').filter((group) => group !== '');
  const [left, right] = [groups(head), groups(tail ?? '')];
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return Buffer.from([...left, ...zeros, ...right].map((group) => group.padStart(4, '0')).join(''), 'hex');
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
