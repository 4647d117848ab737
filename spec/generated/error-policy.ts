// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

/** The codes of the operation. */
export type OperationErrorCode =
  | 'SearchTimeout'
  | 'TimeoutForTransferImage'
  | 'UnsupportedPicFormat'
  | 'UnsupportedPicPixels'
  | 'UnsupportedPictureFormat'
  | 'Console.InstanceNotFound'
  | 'Console.PidError'
  | 'EmptyMeta'
  | 'IncorrectOrientation'
  | 'InstanceOverQuota'
  | 'InstanceStatusError'
  | 'InvalidInstance'
  | 'InvalidPicContent'
  | 'InvalidPicUrl'
  | 'NeedRegisterBeforeInvoke'
  | 'NoCaretSeperator'
  | 'NoSpecifiedPic'
  | 'PicNotExist'
  | 'InvalidSecondaryPicContent'
  | 'InvalidPrimaryPicContent'
  | 'PictureError'
  | 'UnsupportedOperationType'
  | 'UnsupportedInstanceType'
  | 'Console.NoPermissionError'
  | 'Console.NotAllowedModifyToken'
  | 'DeniedRequest'
  | 'NoPermission'
  | 'Console.TaskAlreadyExist'
  | 'ServerInternalError'
  | 'UnknownException'
  | 'AccessEngineFailed'
  | 'ConnectionDVException'
  | 'Console.CallServiceError'
  | 'ExtractFeatureTimeout'
  | 'InternalOssError'
  | 'InternalSwiftError'
  | 'InternalTableStoreError'
  | 'NetworkException'
  | 'RequestTimeout';

/** The codes of the gateway in front of it. */
export type GatewayErrorCode =
  | 'MissingAction'
  | 'MissingVersion'
  | 'MissingInstanceName'
  | 'MissingPrimaryPicContent'
  | 'MissingSecondaryPicContent'
  | 'MissingAccessKeyId'
  | 'MissingSignature'
  | 'MissingSignatureMethod'
  | 'MissingSignatureVersion'
  | 'MissingSignatureNonce'
  | 'MissingTimestamp'
  | 'MissingSecurityToken'
  | 'InvalidSecurityToken.Malformed'
  | 'InvalidSecurityToken.Expired'
  | 'InvalidSecurityToken.MismatchWithAccessKey'
  | 'InvalidVersion'
  | 'InvalidAccessKeyId.Inactive'
  | 'SignatureDoesNotMatch'
  | 'IncompleteSignature'
  | 'InvalidSignatureMethod'
  | 'InvalidTimeStamp.Format'
  | 'InvalidTimeStamp.Expired'
  | 'SignatureNonceUsed'
  | 'InvalidParameter.Format'
  | 'InvalidParameter'
  | 'InvalidProtocol.NeedSsl'
  | 'Throttling'
  | 'Throttling.User'
  | 'Throttling.Api'
  | 'UnsupportedHTTPMethod'
  | 'Forbidden.RAM'
  | 'InvalidAction.NotFound'
  | 'InvalidAccessKeyId.NotFound'
  | 'InternalError'
  | 'ServiceUnavailable';

/** The codes of the upload form. */
export type UploadErrorCode =
  | 'EntityTooLarge'
  | 'MalformedPOSTRequest'
  | 'RequestTimeout'
  | 'InvalidArgument'
  | 'AccessDenied'
  | 'SignatureDoesNotMatch'
  | 'InvalidAccessKeyId'
  | 'InternalError';

/** All codes that a call of the action can get. */
export type ErrorCode = OperationErrorCode | GatewayErrorCode;

/** Codes that only a labelled simulation answers, because they belong to other operations or to parts that an engine lacks. */
export type SimulatedErrorCode =
  | 'Console.PidError'
  | 'NeedRegisterBeforeInvoke'
  | 'NoCaretSeperator'
  | 'Console.NotAllowedModifyToken'
  | 'Console.TaskAlreadyExist'
  | 'ConnectionDVException'
  | 'Console.CallServiceError'
  | 'InternalSwiftError'
  | 'MissingPrimaryPicContent'
  | 'MissingSecondaryPicContent'
  | 'Throttling'
  | 'Throttling.User'
  | 'Throttling.Api'
  | 'Forbidden.RAM'
  | 'InternalError';

/** Codes that an engine answers once a part is switched on. */
export type OptionalErrorCode =
  | 'InternalTableStoreError'
  | 'InvalidProtocol.NeedSsl';

/**
 * What a caller may do with the same request. `never`: it has to change. `once`: one more try. `backoff`: several
 * tries, waiting longer each time and at least as long as `Retry-After`. `retry-after`: only when the answer carries
 * `Retry-After`. `clock`: once, after correcting the clock by the answer's `Date`.
 */
export type Retry = 'never' | 'once' | 'backoff' | 'retry-after' | 'clock';

/** Retry guidance of each code. */
export const errorRetries: Readonly<Record<ErrorCode, Retry>> = {
  'SearchTimeout': 'backoff',
  'TimeoutForTransferImage': 'once',
  'UnsupportedPicFormat': 'never',
  'UnsupportedPicPixels': 'never',
  'UnsupportedPictureFormat': 'never',
  'Console.InstanceNotFound': 'never',
  'Console.PidError': 'never',
  'EmptyMeta': 'never',
  'IncorrectOrientation': 'never',
  'InstanceOverQuota': 'never',
  'InstanceStatusError': 'retry-after',
  'InvalidInstance': 'never',
  'InvalidPicContent': 'never',
  'InvalidPicUrl': 'never',
  'NeedRegisterBeforeInvoke': 'never',
  'NoCaretSeperator': 'never',
  'NoSpecifiedPic': 'never',
  'PicNotExist': 'never',
  'InvalidSecondaryPicContent': 'never',
  'InvalidPrimaryPicContent': 'never',
  'PictureError': 'once',
  'UnsupportedOperationType': 'never',
  'UnsupportedInstanceType': 'never',
  'Console.NoPermissionError': 'never',
  'Console.NotAllowedModifyToken': 'never',
  'DeniedRequest': 'backoff',
  'NoPermission': 'never',
  'Console.TaskAlreadyExist': 'never',
  'ServerInternalError': 'backoff',
  'UnknownException': 'once',
  'AccessEngineFailed': 'backoff',
  'ConnectionDVException': 'backoff',
  'Console.CallServiceError': 'backoff',
  'ExtractFeatureTimeout': 'backoff',
  'InternalOssError': 'once',
  'InternalSwiftError': 'backoff',
  'InternalTableStoreError': 'backoff',
  'NetworkException': 'backoff',
  'RequestTimeout': 'backoff',
  'MissingAction': 'never',
  'MissingVersion': 'never',
  'MissingInstanceName': 'never',
  'MissingPrimaryPicContent': 'never',
  'MissingSecondaryPicContent': 'never',
  'MissingAccessKeyId': 'never',
  'MissingSignature': 'never',
  'MissingSignatureMethod': 'never',
  'MissingSignatureVersion': 'never',
  'MissingSignatureNonce': 'never',
  'MissingTimestamp': 'never',
  'MissingSecurityToken': 'never',
  'InvalidSecurityToken.Malformed': 'never',
  'InvalidSecurityToken.Expired': 'never',
  'InvalidSecurityToken.MismatchWithAccessKey': 'never',
  'InvalidVersion': 'never',
  'InvalidAccessKeyId.Inactive': 'never',
  'SignatureDoesNotMatch': 'never',
  'IncompleteSignature': 'never',
  'InvalidSignatureMethod': 'never',
  'InvalidTimeStamp.Format': 'never',
  'InvalidTimeStamp.Expired': 'clock',
  'SignatureNonceUsed': 'once',
  'InvalidParameter.Format': 'never',
  'InvalidParameter': 'never',
  'InvalidProtocol.NeedSsl': 'never',
  'Throttling': 'backoff',
  'Throttling.User': 'backoff',
  'Throttling.Api': 'backoff',
  'UnsupportedHTTPMethod': 'never',
  'Forbidden.RAM': 'never',
  'InvalidAction.NotFound': 'never',
  'InvalidAccessKeyId.NotFound': 'never',
  'InternalError': 'backoff',
  'ServiceUnavailable': 'backoff',
};

/** HTTP status of each code; a separate table, because clients need only the other one. */
export const errorStatuses: Readonly<Record<ErrorCode, number>> = {
  'SearchTimeout': 400,
  'TimeoutForTransferImage': 400,
  'UnsupportedPicFormat': 400,
  'UnsupportedPicPixels': 400,
  'UnsupportedPictureFormat': 400,
  'Console.InstanceNotFound': 400,
  'Console.PidError': 400,
  'EmptyMeta': 400,
  'IncorrectOrientation': 400,
  'InstanceOverQuota': 400,
  'InstanceStatusError': 400,
  'InvalidInstance': 400,
  'InvalidPicContent': 400,
  'InvalidPicUrl': 400,
  'NeedRegisterBeforeInvoke': 400,
  'NoCaretSeperator': 400,
  'NoSpecifiedPic': 400,
  'PicNotExist': 400,
  'InvalidSecondaryPicContent': 400,
  'InvalidPrimaryPicContent': 400,
  'PictureError': 400,
  'UnsupportedOperationType': 400,
  'UnsupportedInstanceType': 400,
  'Console.NoPermissionError': 403,
  'Console.NotAllowedModifyToken': 403,
  'DeniedRequest': 403,
  'NoPermission': 403,
  'Console.TaskAlreadyExist': 409,
  'ServerInternalError': 500,
  'UnknownException': 500,
  'AccessEngineFailed': 500,
  'ConnectionDVException': 500,
  'Console.CallServiceError': 500,
  'ExtractFeatureTimeout': 500,
  'InternalOssError': 500,
  'InternalSwiftError': 500,
  'InternalTableStoreError': 500,
  'NetworkException': 500,
  'RequestTimeout': 500,
  'MissingAction': 400,
  'MissingVersion': 400,
  'MissingInstanceName': 400,
  'MissingPrimaryPicContent': 400,
  'MissingSecondaryPicContent': 400,
  'MissingAccessKeyId': 400,
  'MissingSignature': 400,
  'MissingSignatureMethod': 400,
  'MissingSignatureVersion': 400,
  'MissingSignatureNonce': 400,
  'MissingTimestamp': 400,
  'MissingSecurityToken': 400,
  'InvalidSecurityToken.Malformed': 400,
  'InvalidSecurityToken.Expired': 400,
  'InvalidSecurityToken.MismatchWithAccessKey': 400,
  'InvalidVersion': 400,
  'InvalidAccessKeyId.Inactive': 400,
  'SignatureDoesNotMatch': 400,
  'IncompleteSignature': 400,
  'InvalidSignatureMethod': 400,
  'InvalidTimeStamp.Format': 400,
  'InvalidTimeStamp.Expired': 400,
  'SignatureNonceUsed': 400,
  'InvalidParameter.Format': 400,
  'InvalidParameter': 400,
  'InvalidProtocol.NeedSsl': 400,
  'Throttling': 400,
  'Throttling.User': 400,
  'Throttling.Api': 400,
  'UnsupportedHTTPMethod': 403,
  'Forbidden.RAM': 403,
  'InvalidAction.NotFound': 404,
  'InvalidAccessKeyId.NotFound': 404,
  'InternalError': 500,
  'ServiceUnavailable': 503,
};

/** Whether `code` is one of the contract's. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorRetries, code);
}

/** Codes of flow control: too many requests, nothing wrong with this one. */
export const flowControlCodes: readonly ErrorCode[] = ['DeniedRequest', 'Throttling', 'Throttling.User', 'Throttling.Api'];

/** Default address of the documentation site. */
export const documentationBaseUrl = 'https://semblance.github.io';

/** Address of the page that explains `code`. */
export function errorPageUrl(code: ErrorCode, baseUrl: string = documentationBaseUrl): string {
  return `${baseUrl}/errors/${code.toLowerCase().replaceAll('.', '-')}/`;
}
