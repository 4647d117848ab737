import type { ServiceType } from '@semblance/spec/limits';
import type { AccessDeniedDetail } from '@semblance/spec/types';

/** Where an instance is in its life. Every state but `running` answers `InstanceStatusError`. */
export type InstanceStatus = 'running' | 'loading' | 'suspended' | 'expired' | 'draining';

/** One stage of a life: a state, and for how long. The last stage stays. */
export interface LifecycleStage {
  readonly status: InstanceStatus;
  /** Calls that see this stage. */
  readonly calls?: number | undefined;
  /** Milliseconds from the first call that sees it. */
  readonly durationMs?: number | undefined;
}

/** What an instance is. Everything has a default: running, generic, unlimited, open to everyone. */
export interface InstanceSettings {
  /** Decides the pixel limits. Default `generic`. */
  readonly serviceType?: ServiceType | undefined;
  readonly status?: InstanceStatus | undefined;
  /** Stages gone through one after the other; replaces `status`. */
  readonly lifecycle?: readonly LifecycleStage[] | undefined;
  /** Calls per second; more get `DeniedRequest`. Default: no limit. */
  readonly queriesPerSecond?: number | undefined;
  /** Calls that may come at once; default: as many as `queriesPerSecond`, at least 1. */
  readonly burst?: number | undefined;
  /** Uploads the instance may hold at a time; one more gets `InstanceOverQuota`. Default: no limit. */
  readonly maxUploads?: number | undefined;
  /** The AccessKeyIds it belongs to; others get `Console.NoPermissionError`. Default: everyone. */
  readonly owners?: readonly string[] | undefined;
  /** Refuses with `NoPermission` and the detail; `true` for the usual one. */
  readonly denied?: boolean | AccessDeniedDetail | undefined;
}
