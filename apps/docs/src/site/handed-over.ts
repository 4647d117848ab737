/** Where a page leaves a request for the signature lab; it stays in this tab of the browser. */
const key = 'semblance-lab-paste';

/** Leaves a pasted request for the signature lab. */
export function handOver(request: string): void {
  sessionStorage.setItem(key, request);
}

/** The request another page left, once. */
export function takeHandedOver(): string | undefined {
  const request = sessionStorage.getItem(key) ?? undefined;
  sessionStorage.removeItem(key);
  return request;
}
