import type { TransportFault } from './mock-reply.ts';

/** What is done to an answer that would otherwise be ordinary. */
export type FaultEffect =
  | { readonly kind: 'transport'; readonly fault: TransportFault }
  /** The body is replaced; status and headers stay. */
  | { readonly kind: 'body'; readonly spoil: 'malformed' | 'empty' }
  /** The page of a proxy in front of the service, no envelope at all. */
  | { readonly kind: 'proxy-page'; readonly status: number };

/** Name of a fault of the wire. */
export type FaultName =
  | 'connection-reset'
  | 'truncated-body'
  | 'slow-dribble'
  | 'never-answers'
  | 'malformed-body'
  | 'empty-body'
  | 'proxy-error-page';

/** Faults of the wire, each a scenario by its own name. */
export const faultScenarios: Readonly<Record<FaultName, FaultEffect>> = {
  'connection-reset': { kind: 'transport', fault: { kind: 'reset' } },
  'truncated-body': { kind: 'transport', fault: { kind: 'truncate' } },
  'slow-dribble': { kind: 'transport', fault: { kind: 'dribble', chunkBytes: 16, pauseMs: 100 } },
  'never-answers': { kind: 'transport', fault: { kind: 'hang' } },
  'malformed-body': { kind: 'body', spoil: 'malformed' },
  'empty-body': { kind: 'body', spoil: 'empty' },
  'proxy-error-page': { kind: 'proxy-page', status: 502 },
};

/** Whether `name` is one. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultScenarios, name);
}
