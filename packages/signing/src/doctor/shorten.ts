import { sha256Hex } from '../digest.ts';

const LONGEST = 160;
const HEAD = 48;
const TAIL = 16;

/** Long text as its beginning, its end, its length and a piece of its hash; short text as it is. */
export async function shorten(text: string): Promise<string> {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, HEAD)}…${text.slice(-TAIL)} ${await measure(text)}`;
}

/** Text that must not be shown, as its length and a piece of its hash. */
async function conceal(text: string): Promise<string> {
  return `… ${await measure(text)}`;
}

async function measure(text: string): Promise<string> {
  return `(${text.length} characters, SHA-256 ${(await sha256Hex(text)).slice(0, 12)}…)`;
}

const TOKEN_LINE = 'x-acs-security-token:';
const TOKEN_PARAMETER = 'SecurityToken%3D';

/** A canonical request fit for showing: long lines shortened, the query parameter by parameter, the security token concealed. */
export async function shortenCanonicalRequest(canonicalRequest: string): Promise<string> {
  const lines = canonicalRequest.split('\n').map(async (line) => {
    if (line.startsWith(TOKEN_LINE)) return TOKEN_LINE + (await conceal(line.slice(TOKEN_LINE.length)));
    return (await Promise.all(line.split('&').map(shorten))).join('&');
  });
  return (await Promise.all(lines)).join('\n');
}

/** A V1 string to sign fit for showing: long parameters shortened, the security token concealed. */
export async function shortenStringToSignV1(stringToSign: string): Promise<string> {
  const pieces = stringToSign.split('%26').map(async (piece) => {
    const start = piece.indexOf(TOKEN_PARAMETER);
    if (start === -1) return shorten(piece);
    const valueStart = start + TOKEN_PARAMETER.length;
    return piece.slice(0, valueStart) + (await conceal(piece.slice(valueStart)));
  });
  return (await Promise.all(pieces)).join('%26');
}
