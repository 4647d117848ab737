/** How a request of a case is signed. */
export interface SigningDirective {
  readonly dialect: 'v3' | 'v1';
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Seconds by which the signed date lies after the present; negative for the past. */
  readonly shiftSeconds: number;
  /** `undefined` for a new one. */
  readonly nonce: string | undefined;
  readonly securityToken: string | undefined;
  /** Signed header or parameter that is changed after signing, `name=value`; an empty value takes it out. */
  readonly tamper: readonly (readonly [name: string, value: string])[];
  /** V3: headers of the request that the signature covers beside the usual ones. */
  readonly also: readonly string[];
  /** V3: `content-type-of-get` for one that the signature leaves out. */
  readonly unsigned: readonly string[];
  /** V3: with SM3 instead of SHA-256. */
  readonly sm3: boolean;
  /** V1: where the common parameters stand. */
  readonly common: 'body' | 'query';
}

/** One request and the exact reply to it. */
export interface Exchange {
  readonly request: string;
  readonly reply: string;
}

/** A case: one or more exchanges, in one answer format. */
export interface ConformanceCase {
  readonly file: string;
  readonly title: string;
  /** Only for this target; `undefined` for both. */
  readonly only: 'mock' | 'engine' | undefined;
  /** `open` takes unsigned requests, `guarded` does not. */
  readonly server: 'open' | 'guarded';
  readonly sign: SigningDirective | undefined;
  /** Part of each body that is sent before the sender falls silent. */
  readonly stall: boolean;
  /** The sender writes the whole request before it looks for a reply. */
  readonly writeFirst: boolean;
  /** Which SDK sends requests of this shape, and its version. */
  readonly sdk: string | undefined;
  readonly format: 'JSON' | 'XML' | undefined;
  readonly exchanges: readonly Exchange[];
}

/**
 * Reads a case file: lines `name: value`, then sections `=== request`, `=== reply`, and `=== reply JSON` or `=== reply XML`
 * where a request is sent once in each format. Lines beginning with `#` before the first section are comments.
 * @throws Error that names the file and the line.
 */
export function parseCaseFile(file: string, text: string): ConformanceCase[] {
  const [head = '', ...sections] = text.split(/^=== /m);
  const directives = parseDirectives(file, head);
  const common = {
    file,
    title: directives.get('title') ?? file,
    only: choice(file, directives.get('only'), ['mock', 'engine']),
    server: choice(file, directives.get('server'), ['open', 'guarded']) ?? 'open',
    sign: parseSigning(directives.get('sign')),
    stall: directives.get('stall') === 'yes',
    writeFirst: directives.get('write-first') === 'yes',
    sdk: directives.get('sdk'),
  } as const;
  const parsed = sections.map((section) => parseSection(file, section));
  const formats = parsed.some(({ name }) => name.startsWith('reply ')) ? (['JSON', 'XML'] as const) : [undefined];
  return formats.map((format) => ({ ...common, format, exchanges: exchangesOf(file, parsed, format) }));
}

interface Section {
  readonly name: string;
  readonly body: string;
}

function parseSection(file: string, section: string): Section {
  const end = section.indexOf('\n');
  if (end === -1) throw new Error(`${file}: the section "${section}" is empty.`);
  return { name: section.slice(0, end).trim(), body: section.slice(end + 1).replace(/\n+$/, '') };
}

function exchangesOf(file: string, sections: readonly Section[], format: 'JSON' | 'XML' | undefined): Exchange[] {
  const replyNames = format === undefined ? ['reply'] : ['reply', `reply ${format}`];
  const requests = sections.filter(({ name }) => name === 'request');
  const replies = sections.filter(({ name }) => replyNames.includes(name));
  if (requests.length === 0 || requests.length !== replies.length) {
    throw new Error(
      `${file}: ${requests.length} requests and ${replies.length} replies${format === undefined ? '' : ` in ${format}`}.`,
    );
  }
  return requests.map(({ body: request }, index) => ({ request, reply: replies[index]?.body ?? '' }));
}

const known = new Set(['title', 'only', 'server', 'sign', 'stall', 'write-first', 'sdk']);

function parseDirectives(file: string, head: string): Map<string, string> {
  const directives = new Map<string, string>();
  for (const line of head.split('\n')) {
    const { name, value } = /^(?<name>[a-z-]+): (?<value>.+)$/.exec(line)?.groups ?? {};
    if (name !== undefined && value !== undefined && known.has(name)) directives.set(name, value.trim());
    else if (line.trim() !== '' && !line.startsWith('#')) throw new Error(`${file}: cannot read the line "${line}".`);
  }
  return directives;
}

function choice<Value extends string>(
  file: string,
  text: string | undefined,
  values: readonly Value[],
): Value | undefined {
  const found = values.find((value) => value === text);
  if (text !== undefined && found === undefined) throw new Error(`${file}: "${text}" is none of ${values.join(', ')}.`);
  return found;
}

/** `v3 key=id secret=text date=-960 nonce=text token=text tamper=name=value also=name;name unsigned=content-type-of-get hash=sm3 common=query` */
function parseSigning(text: string | undefined): SigningDirective | undefined {
  if (text === undefined) return undefined;
  const [dialect, ...words] = text.split(' ');
  const pairs = words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] as const);
  const settings = new Map(pairs);
  return {
    dialect: dialect === 'v1' ? 'v1' : 'v3',
    accessKeyId: settings.get('key') ?? 'conformance',
    accessKeySecret: settings.get('secret') ?? 'conformance-secret',
    shiftSeconds: Number(settings.get('date') ?? 0),
    nonce: settings.get('nonce'),
    securityToken: settings.get('token'),
    also: settings.get('also')?.split(';') ?? [],
    unsigned: settings.get('unsigned')?.split(';') ?? [],
    sm3: settings.get('hash') === 'sm3',
    common: settings.get('common') === 'query' ? 'query' : 'body',
    tamper: pairs
      .filter(([name]) => name === 'tamper')
      .map(([, change]) => splitAtFirst(change.replaceAll('%20', ' '), '=')),
  };
}

function splitAtFirst(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
