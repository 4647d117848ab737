/** A conformance case that ends in an error: a request that earns a code. */
export interface Fixture {
  /** File name without extension. */
  readonly name: string;
  readonly title: string;
  readonly code: string;
  /** Which server it is for, where it is for one of the two only. */
  readonly only: 'mock' | 'engine' | undefined;
  /** The settings of the case: how it is signed, what the server is. */
  readonly settings: readonly string[];
  /** Requests as text, placeholders as they stand in the file. */
  readonly requests: readonly string[];
}

/** Reads a case file; `undefined` for one that does not end in an error. */
export function parseFixture(name: string, text: string): Fixture | undefined {
  const [head = '', ...rest] = text.split(/^=== /mu);
  const settings = head.split('\n').filter((line) => line.trim() !== '');
  const value = (key: string): string | undefined =>
    settings.find((line) => line.startsWith(`${key}: `))?.slice(key.length + 2);
  const requests = rest.filter((section) => section.startsWith('request')).map((section) => body(section));
  const code = /"Code":"(?<code>[\w.]+)"|<Code>(?<xml>[A-Za-z][\w.]*)<\/Code>/u.exec(rest.at(-1) ?? '')?.groups;
  const found = code?.['code'] ?? code?.['xml'];
  if (found === undefined || requests.length === 0) return undefined;
  const only = value('only');
  return {
    name,
    title: value('title') ?? name,
    code: found,
    only: only === 'mock' || only === 'engine' ? only : undefined,
    settings: settings.filter((line) => !/^(?:title|only): /u.test(line)),
    requests,
  };
}

function body(section: string): string {
  return section.slice(section.indexOf('\n') + 1).trim();
}
