import type { EngineConfig } from './generated/engine-config.ts';

/** Names of settings whose values are hidden; names of environment variables are shown. */
const secretName = /(secret|token|password|secretAccessKey)$/i;
const hidden = '(not shown)';

/** A configuration for display, without secrets in any section. */
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
