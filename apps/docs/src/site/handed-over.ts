/** Key in the session storage for a request to the signature lab. */
const key = 'semblance-lab-paste';

/** Stores a pasted request for the signature lab. */
export function handOver(request: string): void {
  sessionStorage.setItem(key, request);
}

/** Takes the request stored by another page. */
export function takeHandedOver(): string | undefined {
  const request = sessionStorage.getItem(key) ?? undefined;
  sessionStorage.removeItem(key);
  return request;
}
