/** Something a program must not do unasked. */
export interface Offence {
  readonly kind: 'network' | 'write';
  /** The line of the trace. */
  readonly call: string;
}

/** Files everybody may write: devices, and things that are not files. */
const harmless = /^\/(?:dev\/(?:null|tty|pts\/\d+|shm\/)|proc\/)/;

/**
 * Reads a trace of strace. Of connections only those to this machine pass; a name look-up shows as a datagram to a name server, as a
 * connection to the name service's socket, or as one to another machine. Of writes those below `allowed` pass.
 */
export function offences(trace: string, allowed: readonly string[]): Offence[] {
  return trace.split('\n').flatMap((line): Offence[] => {
    const call = line.replace(/^\d+\s+/, '');
    if (isNetwork(call)) return [{ kind: 'network', call }];
    const file = writtenFile(call);
    if (file === undefined || harmless.test(file) || allowed.some((directory) => file.startsWith(directory))) return [];
    return [{ kind: 'write', call }];
  });
}

function isNetwork(call: string): boolean {
  if (!/^(?:connect|sendto|sendmsg|sendmmsg)\(/.test(call)) return false;
  if (/sun_path="[^"]*nscd/.test(call)) return true;
  const address = /sin_addr=inet_addr\("(?<v4>[^"]+)"\)|inet_pton\(AF_INET6, "(?<v6>[^"]+)"/.exec(call)?.groups;
  if (address === undefined) return false;
  const isLocal =
    address['v4']?.startsWith('127.') === true || address['v6'] === '::1' || address['v6'] === '::ffff:127.0.0.1';
  return !isLocal || /sin6?_port=htons\(53\)/.test(call);
}

/** The file a call opens for writing, makes or renames to; `undefined` for calls that failed or only read. */
function writtenFile(call: string): string | undefined {
  if (/= -1 E[A-Z]+/.test(call)) return undefined;
  const paths = [...call.matchAll(/"(?<path>\/[^"]*)"/g)].map((match) => match.groups?.['path'] ?? '');
  if (/^open(?:at)?\(/.test(call)) return /O_WRONLY|O_RDWR|O_CREAT/.test(call) ? paths[0] : undefined;
  return /^(?:creat|mkdir|mkdirat|rename|renameat|renameat2|symlink)\(/.test(call) ? paths.at(-1) : undefined;
}
