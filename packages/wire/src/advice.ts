/** Answer to an address that was not handed out for an upload. */
export const foreignAddressAdvice =
  'Addresses are not fetched, only those handed out for an upload are known: send the bytes of the file as Base64.';

/** What is known of a request that lacks something. */
export interface LackingRequest {
  readonly names: readonly string[];
  /** About a body that could not be read. */
  readonly bodyAdvice: string | undefined;
}

/**
 * What a caller should do about a parameter that is missing: send another kind of body, or write a name in its own letter case.
 * @param code  of the refusal: only the `Missing…` codes and `NoSpecifiedPic` are about missing parameters.
 */
export function adviceOnMissing(code: string, { names, bodyAdvice }: LackingRequest): string | undefined {
  const missing = missingNames(code);
  if (missing.length === 0) return undefined;
  if (bodyAdvice !== undefined) return bodyAdvice;
  const wanted = missing.find((name) => !names.includes(name) && names.some((sent) => differsInCase(sent, name)));
  const sent = names.find((name) => wanted !== undefined && differsInCase(name, wanted));
  return sent === undefined ? undefined : `Names are case-sensitive: send ${wanted} instead of ${sent}.`;
}

function missingNames(code: string): readonly string[] {
  if (code === 'NoSpecifiedPic') return ['PrimaryPicContent', 'SecondaryPicContent'];
  return code.startsWith('Missing') ? [code.slice('Missing'.length)] : [];
}

function differsInCase(sent: string, name: string): boolean {
  return sent !== name && sent.toLowerCase() === name.toLowerCase();
}
