/** How the secret is named where it must not be shown. */
export const secretName = 'AccessKeySecret';

/** A secret as it may have been used, and how that is written without showing it. */
export interface CarelessSecret {
  readonly secret: string;
  readonly written: string;
}

/** The secret as it looks after careless reading from a file, a form or a clipboard. */
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
