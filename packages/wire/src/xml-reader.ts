/**
 * A reader for the flat XML this service answers with.
 *
 * It is not a library because the client bundles this file and its whole core has to stay below 10 kB gzip; the smallest full parser alone
 * is larger. The envelopes have no relevant attributes, no namespaces and no document type, and anything else is refused. The servers,
 * where size does not matter, write XML with a library.
 */

/** An element: its text, or its children. */
export interface XmlElement {
  readonly name: string;
  /** The element's own text in order, with references resolved, without that of its children. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

const maxDepth = 8;
const maxElements = 1000;

/**
 * Comment, CDATA, processing instruction, closing tag, opening tag (its attributes skipped), or text. Every alternative begins with a
 * different character sequence and has no nested repetition, so matching takes linear time.
 */
const tokenPattern =
  /<!--([^]*?)-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s[^<>]*|\/)?)>|([^<]+)/y;

/** Reads a whole document; `undefined` when it is not well formed, is cut off, or uses more than the subset above. */
export function readXml(source: string): XmlElement | undefined {
  const top: OpenElement = { name: '', text: '', children: [] };
  const open: OpenElement[] = [top];
  const token = new RegExp(tokenPattern);
  let count = 0;
  while (token.lastIndex < source.length) {
    const match = token.exec(source);
    if (match === null) return undefined;
    if (match[4] !== undefined) count += 1;
    if (count > maxElements || !apply(match, open)) return undefined;
  }
  const [root] = top.children;
  return open.length === 1 && top.children.length === 1 && top.text.trim() === '' ? root : undefined;
}

function apply(match: RegExpExecArray, open: OpenElement[]): boolean {
  const [, , cdata, closing, opening, attributes = '', text] = match;
  const current = open.at(-1);
  if (current === undefined) return false;
  if (closing !== undefined) return open.length > 1 && open.pop()?.name === closing;
  if (opening !== undefined) return openElement({ name: opening, selfClosing: attributes.endsWith('/') }, open);
  if (cdata !== undefined) {
    current.text += cdata;
  } else if (text !== undefined) {
    const resolved = resolveReferences(text);
    if (resolved === undefined) return false;
    current.text += resolved;
  }
  return true;
}

function openElement({ name, selfClosing }: { name: string; selfClosing: boolean }, open: OpenElement[]): boolean {
  const element: OpenElement = { name, text: '', children: [] };
  open.at(-1)?.children.push(element);
  if (!selfClosing) open.push(element);
  return open.length <= maxDepth;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves character references and the five predefined entities; `undefined` for any other `&`. */
function resolveReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let valid = true;
  const resolved = text.replaceAll(/&(?:([^;&\s]{1,8});)?/g, (_whole, reference: string | undefined) => {
    const character = reference === undefined ? undefined : characterFor(reference);
    valid &&= character !== undefined;
    return character ?? '';
  });
  return valid ? resolved : undefined;
}

function characterFor(reference: string): string | undefined {
  if (/^#\d+$/.test(reference)) return characterOf(Number.parseInt(reference.slice(1), 10));
  if (/^#x[0-9a-f]+$/i.test(reference)) return characterOf(Number.parseInt(reference.slice(2), 16));
  return Object.hasOwn(named, reference) ? named[reference] : undefined;
}

function characterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}
