/** A way of comparing two pictures, as the programs of its users would write it. */
export interface Caller {
  /** @returns the score. */
  readonly compare: (primary: Buffer, secondary: Buffer) => Promise<number>;
}

/** Whom to call. */
export interface Server {
  /** Host and port. */
  readonly host: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** Names of the ways that are measured. */
export const callerNames = ['client', 'client-inline', 'vendor-inline', 'vendor-advance'] as const;

/** One of the ways. */
export type CallerName = (typeof callerNames)[number];
