import type { HeaderMap } from './canonical-headers.ts';

/** Headers that every V3 signature must cover. */
const alwaysSigned = ['host', 'x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-content-sha256'];

/**
 * Checks which headers a V3 signature covers; `undefined` when nothing is wrong.
 *
 * Every `x-acs-*` header and `content-type` must be covered, or a header could be added in transit; none may be repeated, or two readers
 * could pick different values; no value may contain a line feed, or one header could pass for two. A content type need not be covered when
 * there is no body, because some HTTP stacks add one after signing (aiohttp, under Python's asynchronous client).
 * @param bodyIsEmpty  whether the request has no body, or one of no bytes.
 */
export function signedHeadersFault(
  headers: HeaderMap,
  signedNames: readonly string[],
  bodyIsEmpty: boolean,
): string | undefined {
  const mustBeSigned = (name: string): boolean =>
    name.startsWith('x-acs-') || (name === 'content-type' && !bodyIsEmpty);
  return (
    orderFault(signedNames) ?? coverageFault(headers, signedNames, mustBeSigned) ?? valueFault(headers, signedNames)
  );
}

function orderFault(signedNames: readonly string[]): string | undefined {
  for (const [index, name] of signedNames.entries()) {
    if (name === '' || name !== name.toLowerCase())
      return 'SignedHeaders must hold lower-case header names joined by ";".';
    const previous = signedNames[index - 1];
    if (previous !== undefined && previous >= name)
      return `SignedHeaders must be in ascending order, each name once: see "${clip(name)}".`;
  }
  return undefined;
}

function coverageFault(
  headers: HeaderMap,
  signedNames: readonly string[],
  mustBeSigned: (name: string) => boolean,
): string | undefined {
  const signed = new Set(signedNames);
  for (const name of alwaysSigned) {
    if (!headers.has(name)) return `The header ${name} is missing.`;
    if (!signed.has(name)) return `SignedHeaders does not list ${name}.`;
  }
  for (const name of headers.keys()) {
    if (mustBeSigned(name) && !signed.has(name))
      return `The header ${clip(name)} is present but not listed in SignedHeaders.`;
  }
  for (const name of signedNames)
    if (!headers.has(name)) return `SignedHeaders lists ${clip(name)}, which did not arrive.`;

  return undefined;
}

function valueFault(headers: HeaderMap, signedNames: readonly string[]): string | undefined {
  for (const name of signedNames) {
    const values = headers.get(name) ?? [];
    const single = name.startsWith('x-acs-') || name === 'content-type' || name === 'host';
    if (single && values.length > 1) return `The header ${clip(name)} occurs more than once.`;
    if (values.some((value) => /[\r\n\0]/.test(value))) return `The header ${clip(name)} holds a control character.`;
  }
  return undefined;
}

function clip(name: string): string {
  return name.length > 64 ? `${name.slice(0, 64)}…` : name;
}
