import { readFileSync } from 'node:fs';

/**
 * Attempts to reach something outside the machine, in a trace of `connect` and `sendto`: addresses that are not loopback, and the sockets by which
 * names are looked up.
 */
export function outboundAttempts(traceFile: string): string[] {
  const lines = readFileSync(traceFile, 'utf8').split('\n');
  return lines.filter((line) => isInternet(line) || /sun_path="[^"]*(?:nscd|resolve)/.test(line));
}

function isInternet(line: string): boolean {
  const address = /sin_addr=inet_addr\("(?<v4>[^"]+)"\)|inet_pton\(AF_INET6, "(?<v6>[^"]+)"/.exec(line)?.groups;
  const host = address?.['v4'] ?? address?.['v6'];
  if (host === undefined) return false;
  return !host.startsWith('127.') && host !== '::1' && !host.startsWith('::ffff:127.');
}
