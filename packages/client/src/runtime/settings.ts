import type { PicturePreparer } from '../pictures/picture-preparer.ts';
import type { Endpoint } from './endpoint.ts';
import type { Hooks } from './hooks.ts';
import type { RetryPolicy } from './retry-delay.ts';
import type { ServerClock } from './server-clock.ts';
import type { Signer } from './signer.ts';
import type { Transport } from './transport.ts';

/** How pictures travel. */
export interface TransferSettings {
  readonly mode: 'auto' | 'inline' | 'upload';
  readonly inlineMaxBytes: number;
  readonly authorizeEndpoint: Endpoint;
  readonly regionId: string | undefined;
}

/** The client's options with every default filled in. */
export interface Settings {
  readonly endpoint: Endpoint;
  readonly instanceName: string;
  readonly format: 'JSON' | 'XML';
  readonly signer: Signer;
  readonly transfer: TransferSettings;
  readonly retry: RetryPolicy;
  readonly attemptTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxInputBytes: number;
  readonly prepare: PicturePreparer | undefined;
  readonly hooks: Hooks;
  readonly transport: Transport;
  readonly clock: ServerClock;
  readonly random: () => number;
}
