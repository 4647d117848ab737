import type { ServiceType } from '@semblance/spec/limits';
import type { PicturePreparer } from '../pictures/picture-preparer.ts';
import type { Endpoint } from './endpoint.ts';
import type { Hooks } from './hooks.ts';
import type { Pace } from './pace.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { RetryPolicy } from './retry-delay.ts';
import type { Signer } from './signer.ts';
import type { Transport } from './transport.ts';

/** How pictures are transferred. */
export interface TransferSettings {
  readonly mode: 'auto' | 'inline' | 'upload';
  readonly inlineMaxBytes: number;
  /** `undefined`: the cloud's for endpoints of the cloud, otherwise the endpoint itself. */
  readonly authorizeEndpoint: Endpoint | undefined;
  /** `undefined`: the one in the endpoint's name. */
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
  readonly budget: RetryBudget;
  readonly pace: Pace;
  readonly attemptTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly maxInputBytes: number;
  readonly prepare: PicturePreparer | undefined;
  /** A promise while the code of the log is being loaded. */
  readonly hooks: Hooks | Promise<Hooks>;
  /** Extra headers of the operations. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Whether pictures are checked before they are sent. */
  readonly check: boolean;
  readonly serviceType: ServiceType;
  readonly transport: Transport;
  readonly random: () => number;
}
