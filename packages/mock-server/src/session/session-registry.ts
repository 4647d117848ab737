import { headerOf } from '../call/raw-request.ts';
import type { RawRequest } from '../call/raw-request.ts';
import { createSession } from './session.ts';
import type { Session, SessionOptions } from './session.ts';

/** The sessions of a mock. */
export interface SessionRegistry {
  /** The session of that name, created if necessary. The empty name is the default session. */
  readonly get: (id: string) => Session;
  /** Resets a session, or all without a name. Subscriptions to its journal end. */
  readonly reset: (id?: string) => void;
  readonly list: () => readonly Session[];
}

/** Most sessions that callers can create. */
const maxSessions = 1000;

/** Makes a registry with the default session. */
export function createSessionRegistry(options: SessionOptions): SessionRegistry {
  const sessions = new Map<string, Session>();
  const get = (id: string): Session => {
    const known = sessions.get(id);
    if (known !== undefined) return known;
    const oldest = [...sessions.keys()].find((name) => name !== '');
    if (sessions.size >= maxSessions && oldest !== undefined) sessions.delete(oldest);
    const session = createSession(id, options);
    sessions.set(id, session);
    return session;
  };
  return {
    get,
    reset: (id) => {
      if (id === undefined) sessions.clear();
      else sessions.delete(id);
    },
    list: () => [...sessions.values()],
  };
}

/** Prefix of an AccessKeyId that names a session, for official clients, which let a test choose the key but not a header. */
const keyPrefix = 'mock-session.';

/** The session of a request: header `x-mock-session`, otherwise an AccessKeyId `mock-session.NAME`, otherwise the default one. */
export function sessionIdOf(request: RawRequest, accessKeyId: string | undefined): string {
  const header = headerOf(request, 'x-mock-session');
  if (header !== undefined) return header.slice(0, 200);
  return accessKeyId?.startsWith(keyPrefix) === true ? accessKeyId.slice(keyPrefix.length, 200) : '';
}
