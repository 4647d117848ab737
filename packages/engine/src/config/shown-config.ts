import type { EngineConfig } from './generated/engine-config.ts';

/** Settings whose values nobody is shown; the names of environment variables that hold them are. */
const secretName = /(secret|token|password|secretAccessKey)$/i;
const hidden = '(not shown)';

/** A configuration as it may be shown: without secrets, whichever section they are in. */
export function shownConfig(config: EngineConfig): unknown {
  return shown('', config);
}

function shown(name: string, value: unknown): unknown {
  if (secretName.test(name) && value !== undefined) return hidden;
  if (typeof value === 'string') return name.toLowerCase() === 'url' ? withoutUser(value) : value;
  if (Array.isArray(value)) return value.map((item) => shown('', item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(key, inner)]));
}

/** An address without user and password. */
function withoutUser(address: string): string {
  return address.replace(/^(?<scheme>[a-z]+:\/\/)[^@/]*@/, '$<scheme>');
}
