import type { AnswerFormat } from '@semblance/wire';
import type { MergedParameters } from '@semblance/wire/form';
import type { RawRequest } from './raw-request.ts';

/**
 * The operation a request calls. `post-object` is the upload form of the Advance flow, which names no action; `example` another action of
 * the contract, answered with its example.
 */
export type CallKind = 'compare' | 'authorize-upload' | 'post-object' | 'example' | 'other';

/** A request, read as far as possible without refusing it. */
export interface Call {
  readonly request: RawRequest;
  readonly url: URL;
  readonly kind: CallKind;
  /** Query and form parameters; the body wins. */
  readonly parameters: MergedParameters;
  readonly dialect: 'V3' | 'V1';
  readonly action: string | undefined;
  readonly version: string | undefined;
  /** Claimed by the caller; not trustworthy before the signature is verified. */
  readonly accessKeyId: string | undefined;
  readonly instanceName: string | undefined;
  readonly answer: AnswerFormat;
  /** Advice about a body that is not a form, in English; `undefined` for forms and uploads. */
  readonly bodyAdvice: string | undefined;
  readonly requestId: string;
  readonly hostId: string;
  /** The gateway's code if the request cannot be read. */
  readonly defect: 'InvalidParameter' | 'InvalidParameter.Format' | 'InvalidPicContent' | undefined;
}
