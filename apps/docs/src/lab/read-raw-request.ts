import type { Pasted } from './pasted.ts';

/** A method of HTTP, then a path, a query or an address. */
const requestLine =
  /^(get|post|put|delete|head|patch|options|connect|trace)\s+((?:\/|\?|https?:\/\/)\S*)(?:\s+HTTP\/[\d.]+)?\s*$/iu;

/**
 * Reads a request as it goes over the wire: request line, header lines, an empty line, body. A line feed that an editor left after a
 * one-line body is not part of it.
 */
export function readRawRequest(text: string): Pasted {
  const [head = '', ...rest] = text.replaceAll('\r\n', '\n').split('\n\n');
  const [first = '', ...headerLines] = head.split('\n').filter((line) => line.trim() !== '');
  const [, method, target] = requestLine.exec(first) ?? [];
  if (method === undefined || target === undefined) return { ok: false, problem: 'no-request-line' };
  const headers = headerLines.map((line) => readHeader(line));
  if (!headers.every((header) => header !== undefined)) return { ok: false, problem: 'bad-header' };
  const body = new TextEncoder().encode(rest.join('\n\n').replace(/\n+$/u, ''));
  return { ok: true, request: { method: method.toUpperCase(), target, headers, body } };
}

function readHeader(line: string): readonly [string, string] | undefined {
  const [, name, value] = /^([\w-]+):\s*(.*)$/u.exec(line.trim()) ?? [];
  return name === undefined || value === undefined ? undefined : [name, value];
}
