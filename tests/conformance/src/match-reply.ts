/** A reply as it came over the socket. */
export interface ReceivedReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What a reply did not have, and the values its placeholders stood for. */
export interface ReplyMatch {
  /** Empty when the reply is the expected one. */
  readonly differences: readonly string[];
  readonly captured: ReadonlyMap<string, string>;
}

/** `{{RequestId}}`, the same everywhere in a reply. */
const requestIdPattern = '[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}';

const placeholders: Readonly<Record<string, string>> = {
  any: '[^"<]+',
  maybe: '(?: [^<]+?)?',
  score: '(?:0|1|0\\.\\d+)',
  anything: '.*',
};

/**
 * Compares a reply with the expected text: status line, the headers named, and the whole body to the letter. Placeholders:
 * `{{RequestId}}` an upper-case UUID, the same throughout; `{{any}}` some text; `{{maybe}}` some text or none;
 * `{{score}}` a number
 * from 0 to 1; `{{anything}}` whatever; `{{capture NAME}}` some text that later requests can use.
 */
export function matchReply(expected: string, received: ReceivedReply): ReplyMatch {
  const [head = '', ...bodyParts] = expected.split('\n\n');
  const [statusLine = '', ...headerLines] = head.split('\n');
  const differences: string[] = [];
  const status = Number(/^HTTP\/1\.1 (?<status>\d{3})$/.exec(statusLine)?.groups?.['status']);
  if (received.status !== status) differences.push(`status ${received.status} instead of ${status}`);
  const requestId = received.headers.get('x-acs-request-id') ?? '';
  if (!new RegExp(`^${requestIdPattern}$`).test(requestId)) differences.push('x-acs-request-id is no upper-case UUID');
  for (const line of headerLines) differences.push(...headerDifference(line, received, requestId));
  const body = patternOf(bodyParts.join('\n\n'), requestId).exec(received.body);
  if (body === null) differences.push(`body\n  received ${received.body}\n  expected ${bodyParts.join('\n\n')}`);
  return { differences, captured: new Map(Object.entries(body?.groups ?? {})) };
}

function headerDifference(line: string, received: ReceivedReply, requestId: string): string[] {
  const colon = line.indexOf(': ');
  const name = line.slice(0, colon).toLowerCase();
  const value = received.headers.get(name);
  if (value !== undefined && patternOf(line.slice(colon + 2), requestId).test(value)) return [];
  return [`header ${name} is ${JSON.stringify(value)} instead of ${JSON.stringify(line.slice(colon + 2))}`];
}

function patternOf(text: string, requestId: string): RegExp {
  const pieces = text.split(/(\{\{[^}]+\}\})/).map((piece) => {
    const { name } = /^\{\{(?<name>[^}]+)\}\}$/.exec(piece)?.groups ?? {};
    if (name === undefined) return RegExp.escape(piece);
    if (name === 'RequestId') return RegExp.escape(requestId);
    const pattern = placeholders[name];
    if (pattern !== undefined) return pattern;
    if (name.startsWith('capture ')) return `(?<${name.slice(8)}>[^"<]+)`;
    throw new Error(`There is no placeholder {{${name}}}.`);
  });
  return new RegExp(`^${pieces.join('')}$`, 's');
}
