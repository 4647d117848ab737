import { sha256Hex } from '../digest.ts';
import { compareText } from '../parameter.ts';
import type { Parameter } from '../parameter.ts';
import { percentEncode } from '../percent-encode.ts';

const longest = 160;
const head = 48;
const tail = 16;

/** Reduces a long text to its beginning, end, length and part of its hash; a short text is returned unchanged. */
export async function shorten(text: string): Promise<string> {
  if (text.length <= longest) return text;
  return `${text.slice(0, head)}…${text.slice(-tail)} ${await measure(text)}`;
}

/** Replaces a confidential text by its length and part of its hash. */
async function conceal(text: string): Promise<string> {
  return `… ${await measure(text)}`;
}

async function measure(text: string): Promise<string> {
  return `(${text.length} characters, SHA-256 ${(await sha256Hex(text)).slice(0, 12)}…)`;
}

const tokenLine = 'x-acs-security-token:';

/** Makes a canonical request fit to show: long lines shortened, the query parameter by parameter, the security token concealed. */
export async function shortenCanonicalRequest(canonicalRequest: string): Promise<string> {
  const lines = canonicalRequest.split('\n').map(async (line) => {
    if (line.startsWith(tokenLine)) return tokenLine + (await conceal(line.slice(tokenLine.length)));
    return (await Promise.all(line.split('&').map(shorten))).join('&');
  });
  return (await Promise.all(lines)).join('\n');
}

/**
 * Makes a V1 string to sign fit to show, from its parameters. Long values are shortened before they are encoded, because encoding 30 MB as
 * text takes seconds, which no caller may cost a server. The security token is concealed.
 */
export async function shownStringToSignV1(method: string, parameters: readonly Parameter[]): Promise<string> {
  const sorted = [...parameters].sort((left, right) => compareText(left[0], right[0]));
  const pieces = sorted.map(async ([name, value]) => `${encodeTwice(name)}%3D${await shownValue(name, value)}`);
  return `${method}&%2F&${(await Promise.all(pieces)).join('%26')}`;
}

async function shownValue(name: string, value: string): Promise<string> {
  if (name === 'SecurityToken') return conceal(value);
  if (value.length <= longest) return encodeTwice(value);
  return `${encodeTwice(value.slice(0, head))}…${encodeTwice(value.slice(-tail))} ${await measure(value)}`;
}

/** Encodes a text as in a V1 string to sign. */
export function encodeTwice(text: string): string {
  return percentEncode(percentEncode(text));
}
