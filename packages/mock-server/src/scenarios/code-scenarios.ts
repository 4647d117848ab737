import type { ErrorCode } from '@semblance/spec/error-policy';

/**
 * What makes the mock answer a code of its own accord, besides the scenario of that name.
 *
 * `request`: the request itself is at fault. `picture`: a picture is. `instance`: the instance's settings or state.
 * `upload`: the Advance flow. `signature`: signature checking in strict mode. `scenario`: nothing else.
 */
export type CodeOrigin = 'request' | 'picture' | 'instance' | 'upload' | 'signature' | 'scenario';

/** The scenario of one code. */
export interface CodeScenario {
  readonly origin: CodeOrigin;
  /** Sent along when the scenario is chosen by name: a caller that honours it waits this long. */
  readonly retryAfterMs?: number;
  /** Whether `AccessDeniedDetail` is filled in. */
  readonly accessDeniedDetail?: true;
}

/**
 * One scenario for every code of the contract. The type makes it complete: a code added to the contract and not
 * here is a compile error, and so is one that the contract no longer has.
 */
export const codeScenarios: Readonly<Record<ErrorCode, CodeScenario>> = {
  SearchTimeout: { origin: 'scenario' },
  TimeoutForTransferImage: { origin: 'request' },
  UnsupportedPicFormat: { origin: 'picture' },
  UnsupportedPicPixels: { origin: 'picture' },
  UnsupportedPictureFormat: { origin: 'picture' },
  'Console.InstanceNotFound': { origin: 'instance' },
  'Console.PidError': { origin: 'scenario' },
  EmptyMeta: { origin: 'request' },
  IncorrectOrientation: { origin: 'picture' },
  InstanceOverQuota: { origin: 'upload' },
  InstanceStatusError: { origin: 'instance', retryAfterMs: 2000 },
  InvalidInstance: { origin: 'request' },
  InvalidPicContent: { origin: 'picture' },
  InvalidPicUrl: { origin: 'upload' },
  NeedRegisterBeforeInvoke: { origin: 'scenario' },
  NoCaretSeperator: { origin: 'scenario' },
  NoSpecifiedPic: { origin: 'request' },
  PicNotExist: { origin: 'upload' },
  InvalidSecondaryPicContent: { origin: 'picture' },
  InvalidPrimaryPicContent: { origin: 'picture' },
  PictureError: { origin: 'scenario' },
  UnsupportedOperationType: { origin: 'request' },
  UnsupportedInstanceType: { origin: 'instance' },
  'Console.NoPermissionError': { origin: 'instance' },
  'Console.NotAllowedModifyToken': { origin: 'scenario' },
  DeniedRequest: { origin: 'instance', retryAfterMs: 1000 },
  NoPermission: { origin: 'instance', accessDeniedDetail: true },
  'Console.TaskAlreadyExist': { origin: 'scenario' },
  ServerInternalError: { origin: 'scenario' },
  UnknownException: { origin: 'scenario' },
  AccessEngineFailed: { origin: 'scenario' },
  ConnectionDVException: { origin: 'scenario' },
  'Console.CallServiceError': { origin: 'scenario' },
  ExtractFeatureTimeout: { origin: 'scenario' },
  InternalOssError: { origin: 'scenario' },
  InternalSwiftError: { origin: 'scenario' },
  InternalTableStoreError: { origin: 'scenario' },
  NetworkException: { origin: 'scenario' },
  RequestTimeout: { origin: 'scenario' },
  MissingAction: { origin: 'request' },
  MissingVersion: { origin: 'request' },
  MissingInstanceName: { origin: 'request' },
  MissingPrimaryPicContent: { origin: 'scenario' },
  MissingSecondaryPicContent: { origin: 'scenario' },
  MissingAccessKeyId: { origin: 'signature' },
  MissingSignature: { origin: 'signature' },
  MissingSignatureMethod: { origin: 'signature' },
  MissingSignatureVersion: { origin: 'signature' },
  MissingSignatureNonce: { origin: 'signature' },
  MissingTimestamp: { origin: 'signature' },
  MissingSecurityToken: { origin: 'signature' },
  'InvalidSecurityToken.Malformed': { origin: 'signature' },
  'InvalidSecurityToken.Expired': { origin: 'signature' },
  'InvalidSecurityToken.MismatchWithAccessKey': { origin: 'signature' },
  InvalidVersion: { origin: 'request' },
  'InvalidAccessKeyId.Inactive': { origin: 'signature' },
  SignatureDoesNotMatch: { origin: 'signature' },
  IncompleteSignature: { origin: 'signature' },
  InvalidSignatureMethod: { origin: 'signature' },
  'InvalidTimeStamp.Format': { origin: 'signature' },
  'InvalidTimeStamp.Expired': { origin: 'signature' },
  SignatureNonceUsed: { origin: 'signature' },
  'InvalidParameter.Format': { origin: 'request' },
  InvalidParameter: { origin: 'request' },
  'InvalidProtocol.NeedSsl': { origin: 'scenario' },
  Throttling: { origin: 'scenario', retryAfterMs: 1000 },
  'Throttling.User': { origin: 'scenario', retryAfterMs: 1000 },
  'Throttling.Api': { origin: 'scenario', retryAfterMs: 1000 },
  UnsupportedHTTPMethod: { origin: 'request' },
  'Forbidden.RAM': { origin: 'scenario' },
  'InvalidAction.NotFound': { origin: 'request' },
  'InvalidAccessKeyId.NotFound': { origin: 'signature' },
  InternalError: { origin: 'scenario' },
  ServiceUnavailable: { origin: 'scenario', retryAfterMs: 1000 },
};
