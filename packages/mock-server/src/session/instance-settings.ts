import type { ServiceType } from '@semblance/spec/limits';
import type { AccessDeniedDetail } from '@semblance/spec/types';

/** State of an instance. Every state but `running` answers `InstanceStatusError`. */
export type InstanceStatus = 'running' | 'loading' | 'suspended' | 'expired' | 'draining';

/** A stage of a lifecycle: a state and its duration. The last stage is permanent. */
export interface LifecycleStage {
  readonly status: InstanceStatus;
  /** Number of calls in this stage. */
  readonly calls?: number | undefined;
  /** Milliseconds from the first call that sees it. */
  readonly durationMs?: number | undefined;
}

/** Settings of an instance. Defaults: running, generic, unlimited, open to everyone. */
export interface InstanceSettings {
  /** Service type, which determines the pixel limits. Default `generic`. */
  readonly serviceType?: ServiceType | undefined;
  readonly status?: InstanceStatus | undefined;
  /** Stages in order; replaces `status`. */
  readonly lifecycle?: readonly LifecycleStage[] | undefined;
  /** Most calls per second; more get `DeniedRequest`. Default: no limit. */
  readonly queriesPerSecond?: number | undefined;
  /** Most calls at once; default: `queriesPerSecond`, at least 1. */
  readonly burst?: number | undefined;
  /** Most uploads held at a time; one more gets `InstanceOverQuota`. Default: no limit. */
  readonly maxUploads?: number | undefined;
  /** AccessKeyIds of its owners; others get `Console.NoPermissionError`. Default: everyone. */
  readonly owners?: readonly string[] | undefined;
  /** Refuses all calls with `NoPermission` and this detail; `true` for the default one. */
  readonly denied?: boolean | AccessDeniedDetail | undefined;
}
