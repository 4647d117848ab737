import type { ServiceType } from '@semblance/spec/limits';
import type { CredentialProvider, Credentials } from '../credentials/credentials.ts';
import type { PicturePreparer } from '../pictures/picture-preparer.ts';
import type { Hooks } from '../runtime/hooks.ts';
import type { Logger } from '../runtime/logger.ts';
import type { RetryOptions } from '../runtime/retry-delay.ts';
import type { Dialect } from '../runtime/signer.ts';
import type { Fetch } from '../runtime/fetch-transport.ts';

/** How pictures travel to the server. */
export interface TransferOptions {
  /**
   * `auto` (default): in the request while its body stays within `inlineMaxBytes`, else by uploading both pictures first.
   * `inline` and `upload` force one of them.
   */
  readonly mode?: 'auto' | 'inline' | 'upload' | undefined;
  /** Bytes of a request's body; default 8 MB, the cloud's limit. An engine of your own takes more. */
  readonly inlineMaxBytes?: number | undefined;
  /** Who authorises uploads. Default: the cloud's open platform for endpoints of the cloud, else the endpoint itself. */
  readonly authorizeEndpoint?: string | URL | undefined;
  /** Region of the instance; default: the one in the endpoint's name. */
  readonly regionId?: string | undefined;
}

/** Options of a client. Only the endpoint and the instance are needed to call an engine on this machine. */
export interface ClientOptions {
  /** Address or bare host of the server, e.g. `imagesearch.cn-shanghai.aliyuncs.com` or `http://127.0.0.1:8080`. */
  readonly endpoint: string | URL;
  /** Name (not the ID) of the image search instance. */
  readonly instanceName: string;
  /** What the instance searches; decides the pixel limits of checks. Default `generic`. */
  readonly serviceType?: ServiceType | undefined;
  /** A key, or a function that gives one. May be left out, or `false`, for a server on this machine only. */
  readonly credentials?: Credentials | CredentialProvider | false | undefined;
  /** How requests are signed; default `V3`. */
  readonly dialect?: Dialect | undefined;
  /** Format of the answers on the wire; the result is the same. Default `json`. */
  readonly format?: 'json' | 'xml' | undefined;
  readonly transfer?: TransferOptions | undefined;
  /**
   * Default: 4 attempts, waiting up to 200 ms, then up to twice as long each time, at most 10 s, and always longer than the server asks.
   * Refusals for load are not counted: they are waited out until `totalTimeoutMs`. `false`: a single attempt.
   */
  readonly retry?: RetryOptions | false | undefined;
  /** Attempts at once at most, of all calls together; default 64. How many of them a server takes, the client finds out by itself. */
  readonly maxConcurrency?: number | undefined;
  /** Longest an attempt may take, its upload included; default 15 s. */
  readonly attemptTimeoutMs?: number | undefined;
  /** Longest a call may take with all its attempts and waits; default 60 s. */
  readonly totalTimeoutMs?: number | undefined;
  /** Bytes of an input that are read at most; default 64 MiB. */
  readonly maxInputBytes?: number | undefined;
  /** Headers to be sent along with every request to the service; not those that are signed. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Whether pictures that the server would refuse for their bytes, format, pixels or rotation are refused at once, with the server's
   * code in an `ApiError` whose `isLocal` is true. Nothing is sent then. Default `false`.
   */
  readonly check?: boolean | undefined;
  /** Looks at every picture before it is sent and may replace it; the Node entry's `fit` is one. */
  readonly prepare?: PicturePreparer | undefined;
  /** Watches attempts, for tracing and metrics. */
  readonly hooks?: Hooks | undefined;
  /** Takes a line for every attempt that starts or ends, e.g. `console`. Never a key, a signature or a picture. */
  readonly logger?: Logger | undefined;
  /** Used in place of the platform's `fetch`, e.g. `proxyFetch` of the Node entry. */
  readonly fetch?: Fetch | undefined;
}
