/** Placeholder for the secret where it must not be shown. */
export const secretName = 'AccessKeySecret';

/** A variant of the secret, with a description that does not reveal it. */
export interface CarelessSecret {
  readonly secret: string;
  readonly written: string;
}

/** Variants of the secret that come from careless reading of a file, a form or a clipboard. */
export function carelessSecrets(secret: string): readonly CarelessSecret[] {
  const candidates = [
    { secret: `${secret}\n`, written: String.raw`${secretName} + "\n"` },
    { secret: `${secret}\r\n`, written: String.raw`${secretName} + "\r\n"` },
    { secret: `${secret} `, written: `${secretName} + " "` },
    { secret: ` ${secret}`, written: `" " + ${secretName}` },
    { secret: `"${secret}"`, written: String.raw`"\"" + ${secretName} + "\""` },
    { secret: secret.trim(), written: `trim(${secretName})` },
  ];
  return candidates.filter((candidate) => candidate.secret !== secret && candidate.secret !== '');
}
