/** Advice for a picture address that was not issued for an upload. */
export const foreignAddressAdvice =
  'Addresses are not fetched, only those handed out for an upload are known: send the bytes of the file as Base64.';

/** What is known of a request with a missing parameter. */
export interface LackingRequest {
  readonly names: readonly string[];
  /** What to say about a body that is not a form; `undefined` when it is one. */
  readonly bodyAdvice: string | undefined;
}

/**
 * Tells a caller how to supply a missing parameter: send another kind of body, or correct the letter case of a name.
 * @param code  of the refusal; there is advice only for the `Missing…` codes and `NoSpecifiedPic`.
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
