import { telemetrySwitch } from '../model/telemetry-switch.ts';

/** Where the feature cache lies that engines share, and what its entries are sealed with. */
export interface SharedFeaturesAccess {
  readonly url: string;
  readonly secret: string;
}

/** Tell a worker: a command line can be read by others, an environment cannot. */
const accessVariables = { url: 'SEMBLANCE_SHARED_FEATURES_URL', secret: 'SEMBLANCE_SHARED_FEATURES_SECRET' } as const;

/** The variables that hold an access; none without one. */
export function accessEnvironment(access: SharedFeaturesAccess | undefined): Record<string, string> {
  if (access === undefined) return {};
  return { [accessVariables.url]: access.url, [accessVariables.secret]: access.secret };
}

/** Takes an access out of an environment: what a worker starts does not get it. */
export function takeAccess(environment: Record<string, string | undefined>): SharedFeaturesAccess | undefined {
  const { [accessVariables.url]: url, [accessVariables.secret]: secret } = environment;
  for (const name of Object.values(accessVariables)) delete environment[name];
  return url === undefined || secret === undefined ? undefined : { url, secret };
}

/** Variables of the engine's environment that a worker gets: paths of programs, libraries and scratch space, language, time zone, tuning. */
const allowed: readonly RegExp[] = [
  /^(?:PATH|TMPDIR|TEMP|TMP|TZ|LANG|LANGUAGE|LC_[A-Z]+)$/,
  // Authorities of one's own, for a store over TLS.
  /^NODE_EXTRA_CA_CERTS$/,
  /^(?:LD_LIBRARY_PATH|LD_PRELOAD|DYLD_[A-Z_]+|MALLOC_[A-Z_]+|OMP_[A-Z_]+|CUDA_VISIBLE_DEVICES)$/,
  // Windows starts no process without these.
  /^(?:SYSTEMROOT|SYSTEMDRIVE|WINDIR|PATHEXT|COMSPEC)$/i,
];

/** Decoding takes one thread of libuv's pool a picture; a worker does one picture at a time. */
const threadPool = { UV_THREADPOOL_SIZE: '2' };

/**
 * The environment of a worker: a short list of names, never the rest, which may hold any secret under any name.
 * @param more  names that a custom analyser module needs besides.
 */
export function workerEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  more: readonly string[] = [],
): Record<string, string | undefined> {
  const kept = Object.entries(environment).filter(
    ([name]) => more.includes(name) || allowed.some((pattern) => pattern.test(name)),
  );
  return { ...Object.fromEntries(kept), ...threadPool, [telemetrySwitch]: '1' };
}
