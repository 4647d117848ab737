import type { ErrorCode } from '@semblance/spec/error-policy';
import type { Failure, FailureReason } from '../../compare/failure.ts';

/** The wire code of every reason. */
export const errorMap = {
  'body-too-large': 'InvalidPicContent',
  'body-incomplete': 'InvalidParameter',
  'transfer-timed-out': 'TimeoutForTransferImage',
  'request-malformed': 'InvalidParameter',
  'method-unsupported': 'UnsupportedHTTPMethod',
  'path-unknown': 'InvalidAction.NotFound',
  'tls-required': 'InvalidProtocol.NeedSsl',
  overloaded: 'ServiceUnavailable',
  'format-unknown': 'InvalidParameter.Format',
  'action-missing': 'MissingAction',
  'version-missing': 'MissingVersion',
  'action-unsupported': 'UnsupportedOperationType',
  'version-unknown': 'InvalidVersion',
  'parameter-invalid': 'InvalidParameter',
  'instance-name-missing': 'MissingInstanceName',
  'instance-name-empty': 'EmptyMeta',
  'instance-name-invalid': 'InvalidInstance',
  'instance-unknown': 'Console.InstanceNotFound',
  'instance-not-owned': 'Console.NoPermissionError',
  'policy-denies': 'NoPermission',
  'instance-unavailable': 'InstanceStatusError',
  'instance-type-unsupported': 'UnsupportedInstanceType',
  'flow-limited': 'DeniedRequest',
  'queue-full': 'DeniedRequest',
  'store-away': 'ServiceUnavailable',
  'picture-missing': 'NoSpecifiedPic',
  'primary-picture-unreadable': 'InvalidPrimaryPicContent',
  'secondary-picture-unreadable': 'InvalidSecondaryPicContent',
  'picture-too-large': 'InvalidPicContent',
  'picture-variant-unsupported': 'UnsupportedPictureFormat',
  'picture-url-foreign': 'InvalidPicUrl',
  'picture-object-unknown': 'PicNotExist',
  'picture-object-unreadable': 'PictureError',
  'upload-quota-full': 'InstanceOverQuota',
  'deadline-passed': 'SearchTimeout',
  'extraction-timed-out': 'ExtractFeatureTimeout',
  'features-invalid': 'InternalOssError',
  'feature-cache-broken': 'InternalTableStoreError',
  'worker-died': 'ServerInternalError',
  'worker-silent': 'RequestTimeout',
  'worker-disconnected': 'NetworkException',
  'engine-unavailable': 'AccessEngineFailed',
  unforeseen: 'UnknownException',
} as const;

/** The map with its full type: a missing reason or an unknown code does not compile. */
const codes: Readonly<Record<FailureReason, ErrorCode>> = errorMap;

/** The code a failure is answered with. */
export function codeOf(failure: Failure): ErrorCode {
  return failure.reason === 'refused' ? failure.code : codes[failure.reason];
}
