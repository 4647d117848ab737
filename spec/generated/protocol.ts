// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

import type { OperationErrorCode } from './error-policy.ts';

/** Names a message is built from, without texts: small enough for a client. */
export type WireType = PlainType | 'binary' | `${PlainType}[]`;

type PlainType = 'string' | 'number' | 'integer' | 'boolean' | 'object';

/** Name and wire type of a field; whether it is always there; for an object its fields. */
export type WireField = readonly [name: string, type: WireType, required: boolean, fields?: readonly WireField[]];

/** What a call of one action takes and answers. */
export interface ActionFacts {
  readonly action: string;
  readonly version: string;
  /** The action as access policies name it. */
  readonly policyAction: string;
  /** Root element of a success in XML. */
  readonly xmlRoot: string;
  /** The action's own parameters, in the form body or the query. */
  readonly parameters: readonly string[];
  /** Those a call cannot do without. */
  readonly required: readonly string[];
  /** Those that hold a picture. */
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

/** What a request names the comparison by: all of it that a small client needs. */
export const compareOperation = { action: 'CompareSimilarByImage', version: '2020-12-14' } as const;

/** What a request names the authorisation of an upload by. */
export const authorizeUploadOperation = { action: 'AuthorizeFileUpload', version: '2019-12-19' } as const;

/** The comparison. */
export const compareAction: (typeof actions)['CompareSimilarByImage'] = compareSimilarByImage;

/** The authorisation of an upload. */
export const authorizeUploadAction: (typeof actions)['AuthorizeFileUpload'] = authorizeFileUpload;

/** Product name of the gateway. */
export const product = 'ImageSearch';

/** The comparison as access policies name it. */
export const policyAction = 'imagesearch:CompareSimilarByImage';

/**
 * Beginning of the message of `SignatureDoesNotMatch` to callers of the parameter signature. The legacy cores look for it, and for what
 * stands after its colon; the catalogue has the sentence for the others.
 */
export const mismatchMessageV1 = 'Specified signature is not matched with our calculation. server string to sign is:';

/** Path of every operation of the gateway. */
export const operationPath = '/';

/** Media type of the request body. */
export const formMediaType = 'application/x-www-form-urlencoded';

/** Exact content types of answers. The official clients compare the XML one to the letter. */
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
 * Codes a picture can earn before it is decoded, in the order of their checks. Of two pictures with the same fault the first decides;
 * what is damaged but of an accepted format comes last.
 */
export const pictureCheckOrder: readonly OperationErrorCode[] = ['NoSpecifiedPic', 'InvalidPicContent', 'UnsupportedPicFormat', 'UnsupportedPictureFormat', 'UnsupportedPicPixels', 'IncorrectOrientation'];
