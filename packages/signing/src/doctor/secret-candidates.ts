/** The secret as it looks after careless reading from a file, a form or a clipboard. */
export function carelessSecrets(secret: string): readonly string[] {
  return [`${secret}\n`, `${secret}\r\n`, `${secret} `, ` ${secret}`, `"${secret}"`, secret.trim()].filter(
    (each) => each !== secret && each !== '',
  );
}
