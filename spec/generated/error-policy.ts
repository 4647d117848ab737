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

/** Every code a call of the action can be answered with. */
export type ErrorCode = OperationErrorCode | GatewayErrorCode;

/** Codes that only a labelled simulation answers: they belong to other operations, or to parts an engine does not have. */
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

/** HTTP status and retry guidance of each code. */
export const errorPolicies: Readonly<Record<ErrorCode, readonly [httpStatus: number, retry: Retry]>> = {
  'SearchTimeout': [400, 'backoff'],
  'TimeoutForTransferImage': [400, 'once'],
  'UnsupportedPicFormat': [400, 'never'],
  'UnsupportedPicPixels': [400, 'never'],
  'UnsupportedPictureFormat': [400, 'never'],
  'Console.InstanceNotFound': [400, 'never'],
  'Console.PidError': [400, 'never'],
  'EmptyMeta': [400, 'never'],
  'IncorrectOrientation': [400, 'never'],
  'InstanceOverQuota': [400, 'never'],
  'InstanceStatusError': [400, 'retry-after'],
  'InvalidInstance': [400, 'never'],
  'InvalidPicContent': [400, 'never'],
  'InvalidPicUrl': [400, 'never'],
  'NeedRegisterBeforeInvoke': [400, 'never'],
  'NoCaretSeperator': [400, 'never'],
  'NoSpecifiedPic': [400, 'never'],
  'PicNotExist': [400, 'never'],
  'InvalidSecondaryPicContent': [400, 'never'],
  'InvalidPrimaryPicContent': [400, 'never'],
  'PictureError': [400, 'once'],
  'UnsupportedOperationType': [400, 'never'],
  'UnsupportedInstanceType': [400, 'never'],
  'Console.NoPermissionError': [403, 'never'],
  'Console.NotAllowedModifyToken': [403, 'never'],
  'DeniedRequest': [403, 'backoff'],
  'NoPermission': [403, 'never'],
  'Console.TaskAlreadyExist': [409, 'never'],
  'ServerInternalError': [500, 'backoff'],
  'UnknownException': [500, 'once'],
  'AccessEngineFailed': [500, 'backoff'],
  'ConnectionDVException': [500, 'backoff'],
  'Console.CallServiceError': [500, 'backoff'],
  'ExtractFeatureTimeout': [500, 'backoff'],
  'InternalOssError': [500, 'once'],
  'InternalSwiftError': [500, 'backoff'],
  'InternalTableStoreError': [500, 'backoff'],
  'NetworkException': [500, 'backoff'],
  'RequestTimeout': [500, 'backoff'],
  'MissingAction': [400, 'never'],
  'MissingVersion': [400, 'never'],
  'MissingInstanceName': [400, 'never'],
  'MissingPrimaryPicContent': [400, 'never'],
  'MissingSecondaryPicContent': [400, 'never'],
  'MissingAccessKeyId': [400, 'never'],
  'MissingSignature': [400, 'never'],
  'MissingSignatureMethod': [400, 'never'],
  'MissingSignatureVersion': [400, 'never'],
  'MissingSignatureNonce': [400, 'never'],
  'MissingTimestamp': [400, 'never'],
  'MissingSecurityToken': [400, 'never'],
  'InvalidSecurityToken.Malformed': [400, 'never'],
  'InvalidSecurityToken.Expired': [400, 'never'],
  'InvalidSecurityToken.MismatchWithAccessKey': [400, 'never'],
  'InvalidVersion': [400, 'never'],
  'InvalidAccessKeyId.Inactive': [400, 'never'],
  'SignatureDoesNotMatch': [400, 'never'],
  'IncompleteSignature': [400, 'never'],
  'InvalidSignatureMethod': [400, 'never'],
  'InvalidTimeStamp.Format': [400, 'never'],
  'InvalidTimeStamp.Expired': [400, 'clock'],
  'SignatureNonceUsed': [400, 'once'],
  'InvalidParameter.Format': [400, 'never'],
  'InvalidParameter': [400, 'never'],
  'InvalidProtocol.NeedSsl': [400, 'never'],
  'Throttling': [400, 'backoff'],
  'Throttling.User': [400, 'backoff'],
  'Throttling.Api': [400, 'backoff'],
  'UnsupportedHTTPMethod': [403, 'never'],
  'Forbidden.RAM': [403, 'never'],
  'InvalidAction.NotFound': [404, 'never'],
  'InvalidAccessKeyId.NotFound': [404, 'never'],
  'InternalError': [500, 'backoff'],
  'ServiceUnavailable': [503, 'backoff'],
};

/** Whether `code` is one of the contract's. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorPolicies, code);
}

/** Refusals that say nothing about the request, only that there are too many of them. */
export const flowControlCodes: readonly ErrorCode[] = ['DeniedRequest', 'Throttling', 'Throttling.User', 'Throttling.Api'];

/** Where the documentation site is published unless a server names another place. */
export const documentationBaseUrl = 'https://semblance.github.io';

/** Address of the page that explains `code`. */
export function errorPageUrl(code: ErrorCode, baseUrl: string = documentationBaseUrl): string {
  return `${baseUrl}/errors/${code.toLowerCase().replaceAll('.', '-')}/`;
}
