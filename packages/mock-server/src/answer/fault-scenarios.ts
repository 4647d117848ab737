import type { TransportFault } from './mock-reply.ts';

/** The effect of a fault on an ordinary answer. */
export type FaultEffect =
  | { readonly kind: 'transport'; readonly fault: TransportFault }
  /** The body is replaced; status and headers are kept. */
  | { readonly kind: 'body'; readonly spoil: 'malformed' | 'empty' }
  /** The error page of a proxy, without an envelope. */
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

/** Whether `name` is a fault of the wire. */
export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(faultScenarios, name);
}
