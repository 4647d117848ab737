// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

import type { OperationErrorCode } from './error-policy.ts';

/** Wire type of a field. */
export type WireType = PlainType | 'binary' | `${PlainType}[]`;

type PlainType = 'string' | 'number' | 'integer' | 'boolean' | 'object';

/** Name and wire type of a field, whether it is required, and the fields of an object. */
export type WireField = readonly [name: string, type: WireType, required: boolean, fields?: readonly WireField[]];

/** Parameters and results of an action. */
export interface ActionFacts {
  readonly action: string;
  readonly version: string;
  /** Name of the action in access policies. */
  readonly policyAction: string;
  /** Root element of a success in XML. */
  readonly xmlRoot: string;
  /** The action's own parameters, in the form body or the query. */
  readonly parameters: readonly string[];
  /** Required parameters. */
  readonly required: readonly string[];
  /** Parameters that are pictures. */
  readonly pictures: readonly string[];
  /** Fields of a success, in order. */
  readonly result: readonly WireField[];
}

/** Fields of `AccessDeniedDetail`, in order. */
export const accessDeniedDetailWireFields: readonly WireField[] = [['AuthAction', 'string', false], ['AuthPrincipalDisplayName', 'string', false], ['AuthPrincipalOwnerId', 'string', false], ['AuthPrincipalType', 'string', false], ['EncodedDiagnosticMessage', 'string', false], ['NoPermissionType', 'string', false], ['PolicyType', 'string', false]];

/** Fields of a success of CompareSimilarByImage, in order. */
export const compareSimilarByImageFields: readonly WireField[] = [['Score', 'number', true], ['Success', 'boolean', true], ['RequestId', 'string', true], ['Msg', 'string', true], ['AccessDeniedDetail', 'object', false, accessDeniedDetailWireFields], ['Code', 'integer', true]];

/** Fields of a success of AuthorizeFileUpload, in order. */
export const authorizeFileUploadFields: readonly WireField[] = [['RequestId', 'string', true], ['AccessKeyId', 'string', true], ['Bucket', 'string', true], ['Endpoint', 'string', true], ['EncodedPolicy', 'string', true], ['Signature', 'string', true], ['ObjectKey', 'string', true], ['UseAccelerate', 'boolean', true]];

/** Names of the gateway's actions. */
export type ActionName = 'CompareSimilarByImage' | 'AuthorizeFileUpload';

const compareSimilarByImage: ActionFacts & { readonly action: 'CompareSimilarByImage' } = {
  action: 'CompareSimilarByImage',
  version: '2020-12-14',
  policyAction: 'imagesearch:CompareSimilarByImage',
  xmlRoot: 'CompareSimilarByImageResponse',
  parameters: ['InstanceName', 'PrimaryPicContent', 'SecondaryPicContent'],
  required: ['InstanceName', 'PrimaryPicContent', 'SecondaryPicContent'],
  pictures: ['PrimaryPicContent', 'SecondaryPicContent'],
  result: compareSimilarByImageFields,
};

const authorizeFileUpload: ActionFacts & { readonly action: 'AuthorizeFileUpload' } = {
  action: 'AuthorizeFileUpload',
  version: '2019-12-19',
  policyAction: 'imagesearch:AuthorizeFileUpload',
  xmlRoot: 'AuthorizeFileUploadResponse',
  parameters: ['Product', 'RegionId'],
  required: ['Product'],
  pictures: [],
  result: authorizeFileUploadFields,
};

/** Every action of the gateway. */
export const actions: { readonly [Name in ActionName]: ActionFacts & { readonly action: Name } } = {
  CompareSimilarByImage: compareSimilarByImage,
  AuthorizeFileUpload: authorizeFileUpload,
};

/** Whether the gateway has an action of that name. */
export function isActionName(name: string): name is ActionName {
  return Object.hasOwn(actions, name);
}

/** Action and version of the comparison, for a small client. */
export const compareOperation = { action: 'CompareSimilarByImage', version: '2020-12-14' } as const;

/** Action and version of the authorisation of an upload. */
export const authorizeUploadOperation = { action: 'AuthorizeFileUpload', version: '2019-12-19' } as const;

/** The comparison. */
export const compareAction: (typeof actions)['CompareSimilarByImage'] = compareSimilarByImage;

/** The authorisation of an upload. */
export const authorizeUploadAction: (typeof actions)['AuthorizeFileUpload'] = authorizeFileUpload;

/** Product name of the gateway. */
export const product = 'ImageSearch';

/** Name of the comparison in access policies. */
export const policyAction = 'imagesearch:CompareSimilarByImage';

/**
 * Beginning of the message of `SignatureDoesNotMatch` for callers of the parameter signature. The legacy cores search for it and read the
 * text after its colon; the catalogue has the message for other callers.
 */
export const mismatchMessageV1 = 'Specified signature is not matched with our calculation. server string to sign is:';

/** Path of every operation of the gateway. */
export const operationPath = '/';

/** Media type of the request body. */
export const formMediaType = 'application/x-www-form-urlencoded';

/** Exact content types of answers. The official clients compare the XML one exactly. */
export const answerContentTypes = {
  JSON: 'application/json;charset=utf-8',
  XML: 'text/xml;charset=utf-8',
} as const;

/** Content type of an XML answer to a caller whose `Accept` names it. */
export const applicationXmlContentType = 'application/xml;charset=utf-8';

/** Root element of a failure in XML. */
export const failureXmlRoot = 'Error';

/** Root element of the answer to an upload. */
export const postResponseXmlRoot = 'PostResponse';

/** Fields of a failure, in order. */
export const failureWireFields: readonly WireField[] = [['RequestId', 'string', true], ['HostId', 'string', true], ['Code', 'string', true], ['Message', 'string', true], ['Recommend', 'string', false], ['AccessDeniedDetail', 'object', false, accessDeniedDetailWireFields]];

/** Fields of the answer to an upload, in order. */
export const postResponseWireFields: readonly WireField[] = [['Bucket', 'string', true], ['Location', 'string', true], ['Key', 'string', true], ['ETag', 'string', true]];

/**
 * Codes of the checks before a picture is decoded, in their order. For two pictures with the same fault the first decides; damage in an
 * accepted format comes last.
 */
export const pictureCheckOrder: readonly OperationErrorCode[] = ['NoSpecifiedPic', 'InvalidPicContent', 'UnsupportedPicFormat', 'UnsupportedPictureFormat', 'UnsupportedPicPixels', 'IncorrectOrientation'];
