/**
 * Reads the address of a server as users write it: with a scheme, or a bare host as listed in the cloud's documentation. A bare host means
 * HTTPS, on the loopback interface HTTP.
 * @returns the normalised address; `undefined` if it is none.
 */
export function parseServerAddress(text: string): URL | undefined {
  try {
    const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
    const url = new URL(hasScheme ? text : `http://${text}`);
    return hasScheme || isLoopback(url.hostname) ? url : new URL(`https://${text}`);
  } catch {
    return undefined;
  }
}

/** Whether a host name, as `URL` normalises it, is this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/.test(hostname);
}
