/** The parts of a V3 `Authorization` header. */
export interface Authorization {
  /** First word, e.g. `ACS3-HMAC-SHA256`. */
  readonly algorithm: string;
  readonly accessKeyId: string;
  /** As sent: names joined by `;`. */
  readonly signedHeaders: string;
  readonly signature: string;
}

/**
 * Reads `ACS3-… Credential=…,SignedHeaders=…,Signature=…`; blanks around the commas are accepted.
 * @returns `undefined` when a part is unknown, repeated, missing or empty.
 */
export function parseAuthorization(text: string): Authorization | undefined {
  const match = /^(?<algorithm>ACS3-[A-Za-z0-9-]+) +(?<fields>.+)$/i.exec(text.trim());
  if (match?.groups === undefined) return undefined;
  const fields = readFields(match.groups['fields'] ?? '');
  const accessKeyId = fields?.get('Credential');
  const signedHeaders = fields?.get('SignedHeaders');
  const signature = fields?.get('Signature');
  if (accessKeyId === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { algorithm: match.groups['algorithm'] ?? '', accessKeyId, signedHeaders, signature };
}

function readFields(text: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>();
  for (const piece of text.split(',')) {
    const equals = piece.indexOf('=');
    const name = piece.slice(0, equals).trim();
    const value = piece.slice(equals + 1).trim();
    if (equals === -1 || value === '' || fields.has(name) || !fieldNames.has(name)) return undefined;
    fields.set(name, value);
  }
  return fields;
}

const fieldNames = new Set(['Credential', 'SignedHeaders', 'Signature']);
