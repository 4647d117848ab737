import { headerOf } from '../call/raw-request.ts';
import type { RawRequest } from '../call/raw-request.ts';
import { createSession } from './session.ts';
import type { Session, SessionOptions } from './session.ts';

/** The sessions of a mock. */
export interface SessionRegistry {
  /** The session of that name, made when there is none. The empty name is the default session. */
  readonly get: (id: string) => Session;
  /** Forgets what happened in a session; without a name, in all of them. Who listens to a journal has to listen anew. */
  readonly reset: (id?: string) => void;
  readonly list: () => readonly Session[];
}

/** Bound on what callers can make the mock remember. */
const maxSessions = 1000;

/** Starts with the default session only. */
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

/** An AccessKeyId that begins so names a session: official clients let a test choose the key, but not a header. */
const keyPrefix = 'mock-session.';

/** The session a request belongs to: header `x-mock-session`, else an AccessKeyId `mock-session.NAME`, else the default one. */
export function sessionIdOf(request: RawRequest, accessKeyId: string | undefined): string {
  const header = headerOf(request, 'x-mock-session');
  if (header !== undefined) return header.slice(0, 200);
  return accessKeyId?.startsWith(keyPrefix) === true ? accessKeyId.slice(keyPrefix.length, 200) : '';
}
