// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

/** Names a message is built from, without texts: small enough for a client. */
export type WireType = PlainType | 'binary' | `${PlainType}[]`;

type PlainType = 'string' | 'number' | 'integer' | 'boolean' | 'object';

/** Name and wire type of a field. */
export type WireField = readonly [name: string, type: WireType];

/** The comparison. */
export const compareAction = {
  "action": "CompareSimilarByImage",
  "version": "2020-12-14"
} as const;

/** The authorisation of an upload. */
export const authorizeUploadAction = {
  "action": "AuthorizeFileUpload",
  "version": "2019-12-19"
} as const;

/** Product name of the gateway. */
export const product = 'ImageSearch';

/** The action as access policies name it. */
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

/** Root elements of XML answers. */
export const xmlRoots = { success: 'CompareSimilarByImageResponse', failure: 'Error' } as const;

/** Fields of a success, in order. */
export const successWireFields: readonly WireField[] = [['Score', 'number'], ['Success', 'boolean'], ['RequestId', 'string'], ['Msg', 'string'], ['AccessDeniedDetail', 'object'], ['Code', 'integer']];

/** Fields of a failure, in order. */
export const failureWireFields: readonly WireField[] = [['RequestId', 'string'], ['HostId', 'string'], ['Code', 'string'], ['Message', 'string'], ['Recommend', 'string'], ['AccessDeniedDetail', 'object']];

/** Fields of `AccessDeniedDetail`, in order. */
export const accessDeniedDetailWireFields: readonly WireField[] = [['AuthAction', 'string'], ['AuthPrincipalDisplayName', 'string'], ['AuthPrincipalOwnerId', 'string'], ['AuthPrincipalType', 'string'], ['EncodedDiagnosticMessage', 'string'], ['NoPermissionType', 'string'], ['PolicyType', 'string']];
