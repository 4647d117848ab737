import type { ServiceType } from '@semblance/spec/limits';
import type { CredentialProvider, Credentials } from '../credentials/credentials.ts';
import type { PicturePreparer } from '../pictures/picture-preparer.ts';
import type { Hooks } from '../runtime/hooks.ts';
import type { Logger } from '../runtime/logger.ts';
import type { RetryOptions } from '../runtime/retry-delay.ts';
import type { Dialect } from '../runtime/signer.ts';
import type { Fetch } from '../runtime/fetch-transport.ts';

/** How pictures are transferred to the server. */
export interface TransferOptions {
  /**
   * `auto` (default): in the request if its body has at most `inlineMaxBytes`, otherwise by uploading both pictures first. `inline` and
   * `upload` force one of the two.
   */
  readonly mode?: 'auto' | 'inline' | 'upload' | undefined;
  /** Largest body of a request in bytes; default 8 MB, the cloud's limit. Your own engine accepts more. */
  readonly inlineMaxBytes?: number | undefined;
  /** Server that authorises uploads. Default: the cloud's open platform for endpoints of the cloud, otherwise the endpoint itself. */
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
  /** Service type of the instance, which determines the pixel limits of checks. Default `generic`. */
  readonly serviceType?: ServiceType | undefined;
  /** A key, or a function that provides one. May be omitted or `false` only for a server on this machine. */
  readonly credentials?: Credentials | CredentialProvider | false | undefined;
  /** How requests are signed; default `V3`. */
  readonly dialect?: Dialect | undefined;
  /** Format of the answers on the wire; the result is the same. Default `json`. */
  readonly format?: 'json' | 'xml' | undefined;
  readonly transfer?: TransferOptions | undefined;
  /**
   * Default: 4 attempts, with a wait of up to 200 ms that doubles each time up to 10 s and is never shorter than the server asks. Refusals
   * for load do not count: they are retried until `totalTimeoutMs`. `false`: a single attempt.
   */
  readonly retry?: RetryOptions | false | undefined;
  /** Most attempts at once, over all calls; default 64. Below that the client adapts to the server by itself. */
  readonly maxConcurrency?: number | undefined;
  /** Time limit of an attempt, its upload included; default 15 s. */
  readonly attemptTimeoutMs?: number | undefined;
  /** Time limit of a call with all its attempts and waits; default 60 s. */
  readonly totalTimeoutMs?: number | undefined;
  /** Most bytes read of an input; default 64 MiB. */
  readonly maxInputBytes?: number | undefined;
  /** Additional headers of every request to the service. Headers that the client signs are refused. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * Whether to refuse pictures locally that the server would refuse for their bytes, format, pixels or rotation: an `ApiError` with the
   * server's code and `isLocal: true`, and nothing is sent. Default `false`.
   */
  readonly check?: boolean | undefined;
  /** Called with every picture before it is sent, and may replace it; used by the Node entry's `fit`. */
  readonly prepare?: PicturePreparer | undefined;
  /** Called for every attempt, for tracing and metrics. */
  readonly hooks?: Hooks | undefined;
  /** Receives a line for every attempt that starts or ends, e.g. `console`. Lines never contain a key, a signature or a picture. */
  readonly logger?: Logger | undefined;
  /** Replaces the platform's `fetch`, e.g. `proxyFetch` of the Node entry. */
  readonly fetch?: Fetch | undefined;
}
