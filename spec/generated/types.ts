// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

import type { ErrorCode } from './error-policy.ts';

/** How a refusal came about. */
export type NoPermissionType = 'ImplicitDeny' | 'ExplicitDeny';

/** Format of an answer. */
export type Format = 'JSON' | 'XML';

/** The operation's own parameters, as on the wire. */
export interface CompareSimilarByImageParameters {
  /** Name (not the ID) of the image search instance: at most 20 characters of any script, no spaces or control characters. */
  readonly InstanceName: string;
  /** First picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. */
  readonly PrimaryPicContent: string;
  /** Second picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. */
  readonly SecondaryPicContent: string;
}

/** Answer to a comparison that succeeded. */
export interface CompareSimilarByImageResult {
  /** Similarity of the two pictures, 0 (nothing in common) to 1 (the same pixels). */
  readonly Score: number;
  /** Whether the request succeeded. */
  readonly Success: true;
  /** Upper-case UUID of this request. */
  readonly RequestId: string;
  /** `success`. */
  readonly Msg: string;
  /** Belongs to refusals; the public page shows it on success too. Left out by the engine on success. */
  readonly AccessDeniedDetail?: AccessDeniedDetail;
  /** The number 0. */
  readonly Code: 0;
}

/** Who was refused, by what and why. */
export interface AccessDeniedDetail {
  /** The action that was checked. */
  readonly AuthAction?: string;
  /** Display name of the caller. */
  readonly AuthPrincipalDisplayName?: string;
  /** Account the caller belongs to. */
  readonly AuthPrincipalOwnerId?: string;
  /** Kind of caller, e.g. `SubUser`. */
  readonly AuthPrincipalType?: string;
  /** The full diagnosis, encoded. */
  readonly EncodedDiagnosticMessage?: string;
  /** `ImplicitDeny`: no policy allows it. `ExplicitDeny`: a policy denies it. */
  readonly NoPermissionType?: NoPermissionType;
  /** Kind of the policy that decided. */
  readonly PolicyType?: string;
}

/** Where and with what a file may be posted. */
export interface AuthorizeFileUploadResult {
  /** Upper-case UUID of this request. */
  readonly RequestId: string;
  /** Opaque; sent back as `OSSAccessKeyId`. */
  readonly AccessKeyId: string;
  /** First label of the upload host. */
  readonly Bucket: string;
  /** Rest of the upload host, with port. */
  readonly Endpoint: string;
  /** Base64 of the policy document. */
  readonly EncodedPolicy: string;
  /** Base64 of the HMAC-SHA1 over `EncodedPolicy`. */
  readonly Signature: string;
  /** Key of the object: random, single-use, short-lived. */
  readonly ObjectKey: string;
  /** Always `false`. */
  readonly UseAccelerate: boolean;
}

/** Answer to a comparison that failed. */
export interface FailureEnvelope<Code extends string = ErrorCode> {
  /** Upper-case UUID of this request. */
  readonly RequestId: string;
  /** The host the caller addressed, without port. */
  readonly HostId: string;
  /** The error code. */
  readonly Code: Code;
  /** What went wrong. */
  readonly Message: string;
  /** Where to read more about the code. */
  readonly Recommend?: string;
  /** Only with `NoPermission`. */
  readonly AccessDeniedDetail?: AccessDeniedDetail;
}
