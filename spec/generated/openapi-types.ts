// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Compare two pictures, parameters in the query
         * @description The same action with every parameter in the query. Only small pictures fit: request line and headers together may have 131,072 bytes. Not part of the public reference; engine and mock serve it.
         */
        readonly get: operations["CompareSimilarByImageGet"];
        readonly put?: never;
        /**
         * Compare two pictures
         * @description Compares two pictures. `Action` and `Version` choose the operation; requests signed by the official V3 clients name both in the headers `x-acs-action` and `x-acs-version` instead, which is the same. The operation's own parameters travel in the form body. Without `Format` the answer is JSON, unless `Accept` names XML.
         */
        readonly post: operations["CompareSimilarByImage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/.": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Ask for leave to upload a picture
         * @description Asks for leave to upload one picture. Post the file with the answer's fields, then send the address of the object, `http://{Bucket}.{Endpoint}/{ObjectKey}`, in place of the picture's Base64. The official clients' Advance call does just that. The path `/.` is the path `/` (RFC 3986, section 5.2.4): a document may describe a path and method once.
         */
        readonly get: operations["AuthorizeFileUpload"];
        readonly put?: never;
        /**
         * Upload a picture
         * @description Uploads one picture to the host `{Bucket}.{Endpoint}` of its authorisation: an object storage form without another signature. The field `file` comes after the fields that the authorisation gave.
         */
        readonly post: operations["PostObject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly PostObjectForm: {
            /** @description The authorisation's `AccessKeyId`. */
            readonly OSSAccessKeyId: string;
            /** @description The authorisation's `EncodedPolicy`. */
            readonly policy: string;
            /** @description The authorisation's `Signature`. */
            readonly Signature: string;
            /** @description The authorisation's `ObjectKey`. */
            readonly key: string;
            /** @description Status the caller wants on success: `200`, `201` or `204`; anything else counts as `204`. */
            readonly success_action_status?: string;
            /**
             * Format: binary
             * @description The picture's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`.
             */
            readonly file: string;
        };
        /** @description Format of the answer. */
        readonly Format: "JSON" | "XML";
        /** @description Identifies one request and its answer: an upper-case UUID, new for every request. */
        readonly RequestId: string;
        /** @description How a refusal came about. */
        readonly NoPermissionType: "ImplicitDeny" | "ExplicitDeny";
        /** @description Who was refused, by what and why. */
        readonly AccessDeniedDetail: {
            /**
             * @description The action that was checked.
             * @example xxx
             */
            readonly AuthAction?: string;
            /**
             * @description Display name of the caller.
             * @example 111
             */
            readonly AuthPrincipalDisplayName?: string;
            /**
             * @description Account the caller belongs to.
             * @example 222
             */
            readonly AuthPrincipalOwnerId?: string;
            /**
             * @description Kind of caller, e.g. `SubUser`.
             * @example SubUser
             */
            readonly AuthPrincipalType?: string;
            /**
             * @description The full diagnosis, encoded.
             * @example xxxxxx
             */
            readonly EncodedDiagnosticMessage?: string;
            /**
             * @description `ImplicitDeny`: no policy allows it. `ExplicitDeny`: a policy denies it.
             * @example ImplicitDeny
             */
            readonly NoPermissionType?: components["schemas"]["NoPermissionType"];
            /**
             * @description Kind of the policy that decided.
             * @example AccountLevelIdentityBasedPolicy
             */
            readonly PolicyType?: string;
        };
        /** @description A comparison that succeeded. */
        readonly CompareSimilarByImageResult: {
            /**
             * Format: double
             * @description Similarity of the two pictures, 0 (nothing in common) to 1 (the same pixels).
             * @example 0.85
             */
            readonly Score: number;
            /**
             * @description Whether the request succeeded.
             * @example true
             * @enum {boolean}
             */
            readonly Success: true;
            /**
             * @description Upper-case UUID of this request.
             * @example B3137727-7D6E-488C-BA21-0E034C38A879
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description `success`.
             * @example success
             */
            readonly Msg: string;
            /** @description Belongs to refusals; the public page shows it on success too. Left out by the engine on success. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
            /**
             * @description The number 0.
             * @example 0
             * @enum {integer}
             */
            readonly Code: 0;
        };
        readonly OperationError400: "SearchTimeout" | "TimeoutForTransferImage" | "UnsupportedPicFormat" | "UnsupportedPicPixels" | "UnsupportedPictureFormat" | "Console.InstanceNotFound" | "Console.PidError" | "EmptyMeta" | "IncorrectOrientation" | "InstanceOverQuota" | "InstanceStatusError" | "InvalidInstance" | "InvalidPicContent" | "InvalidPicUrl" | "NeedRegisterBeforeInvoke" | "NoCaretSeperator" | "NoSpecifiedPic" | "PicNotExist" | "InvalidSecondaryPicContent" | "InvalidPrimaryPicContent" | "PictureError" | "UnsupportedOperationType" | "UnsupportedInstanceType";
        readonly GatewayError400: "MissingAction" | "MissingVersion" | "MissingInstanceName" | "MissingPrimaryPicContent" | "MissingSecondaryPicContent" | "MissingAccessKeyId" | "MissingSignature" | "MissingSignatureMethod" | "MissingSignatureVersion" | "MissingSignatureNonce" | "MissingTimestamp" | "MissingSecurityToken" | "InvalidSecurityToken.Malformed" | "InvalidSecurityToken.Expired" | "InvalidSecurityToken.MismatchWithAccessKey" | "InvalidVersion" | "InvalidAccessKeyId.Inactive" | "SignatureDoesNotMatch" | "IncompleteSignature" | "InvalidSignatureMethod" | "InvalidTimeStamp.Format" | "InvalidTimeStamp.Expired" | "SignatureNonceUsed" | "InvalidParameter.Format" | "InvalidParameter" | "InvalidProtocol.NeedSsl" | "Throttling" | "Throttling.User" | "Throttling.Api";
        /** @description Envelope of every failure. */
        readonly BadRequestEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["OperationError400"] | components["schemas"]["GatewayError400"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        readonly OperationError403: "Console.NoPermissionError" | "Console.NotAllowedModifyToken" | "DeniedRequest" | "NoPermission";
        readonly GatewayError403: "UnsupportedHTTPMethod" | "Forbidden.RAM";
        /** @description Envelope of every failure. */
        readonly ForbiddenEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["OperationError403"] | components["schemas"]["GatewayError403"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        readonly GatewayError404: "InvalidAction.NotFound" | "InvalidAccessKeyId.NotFound";
        /** @description Envelope of every failure. */
        readonly NotFoundEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["GatewayError404"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /**
         * Console.TaskAlreadyExist
         * @description A task that is in progress already exists. A task of this kind is running for the instance already. Wait until the running task has ended.
         * @constant
         */
        readonly OperationError409: "Console.TaskAlreadyExist";
        /** @description Envelope of every failure. */
        readonly ConflictEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["OperationError409"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        readonly OperationError500: "ServerInternalError" | "UnknownException" | "AccessEngineFailed" | "ConnectionDVException" | "Console.CallServiceError" | "ExtractFeatureTimeout" | "InternalOssError" | "InternalSwiftError" | "InternalTableStoreError" | "NetworkException" | "RequestTimeout";
        /**
         * InternalError
         * @description The request processing has failed due to some unknown error, exception or failure. The gateway failed. Try again.
         * @constant
         */
        readonly GatewayError500: "InternalError";
        /** @description Envelope of every failure. */
        readonly InternalServerErrorEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["OperationError500"] | components["schemas"]["GatewayError500"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /**
         * ServiceUnavailable
         * @description The request has failed due to a temporary failure of the server. The service is not ready. Try again after a pause, or another server.
         * @constant
         */
        readonly GatewayError503: "ServiceUnavailable";
        /** @description Envelope of every failure. */
        readonly ServiceUnavailableEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["GatewayError503"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /** @description A picture: Base64 of the file's bytes, or the address of an upload that this server authorised. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. */
        readonly PictureContent: string;
        /** @description The operation's own parameters. */
        readonly CompareSimilarByImageForm: {
            /**
             * @description Name (not the ID) of the image search instance: at most 20 characters of any script, no spaces or control characters.
             * @example demoinstance1
             */
            readonly InstanceName: string;
            /**
             * @description First picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over.
             * @example iVBORw0KGgoAAAANSUhEUgAAAPcAAAEVCAYAAAA8d3NuAAAAAXNSR0IArs4c6QAAAARnQU1BAACx
             */
            readonly PrimaryPicContent: components["schemas"]["PictureContent"];
            /**
             * @description Second picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over.
             * @example iVBORw0KGgoAAAANSUhEUgAAAPcAAAEVCAYAAAA8d3NuAAAAAXNSR0IArs4c6QAAAARnQU1BAACx
             */
            readonly SecondaryPicContent: components["schemas"]["PictureContent"];
        };
        /** @description Where and with what the file may be posted. */
        readonly AuthorizeFileUploadResult: {
            /**
             * @description Upper-case UUID of this request.
             * @example B3137727-7D6E-488C-BA21-0E034C38A879
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description Opaque; sent back as `OSSAccessKeyId`.
             * @example semblance-upload
             */
            readonly AccessKeyId: string;
            /**
             * @description First label of the upload host.
             * @example 127
             */
            readonly Bucket: string;
            /**
             * @description Rest of the upload host, with port.
             * @example 0.0.1:8080
             */
            readonly Endpoint: string;
            /**
             * @description Base64 of the policy document.
             * @example eyJleHBpcmF0aW9uIjoiMjAyNi0wMS0wOVQwODoxMDowMFoifQ==
             */
            readonly EncodedPolicy: string;
            /**
             * @description Base64 of the HMAC-SHA1 over `EncodedPolicy`.
             * @example rJ0cQnYk1jQ9C1lCNqM0tqfXk0c=
             */
            readonly Signature: string;
            /**
             * @description Key of the object: random, single-use, short-lived.
             * @example imagesearch/2c0f6f9b5f6e4d0f
             */
            readonly ObjectKey: string;
            /**
             * @description Always `false`.
             * @example false
             */
            readonly UseAccelerate: boolean;
        };
        /** @description Where the picture lies now. */
        readonly PostResponse: {
            /**
             * @description First label of the upload host.
             * @example 127
             */
            readonly Bucket: string;
            /**
             * @description Address of the object.
             * @example http://127.0.0.1:8080/imagesearch/2c0f6f9b5f6e4d0f
             */
            readonly Location: string;
            /**
             * @description Key of the object.
             * @example imagesearch/2c0f6f9b5f6e4d0f
             */
            readonly Key: string;
            /**
             * @description MD5 of the file, upper-case hex, in quotes.
             * @example "5EB63BBBE01EEED093CB22BB8F5ACDC3"
             */
            readonly ETag: string;
        };
        readonly UploadError400: "EntityTooLarge" | "MalformedPOSTRequest" | "RequestTimeout" | "InvalidArgument";
        /** @description Envelope of a refused upload. */
        readonly UploadBadRequestEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example 127.0.0.1
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["UploadError400"];
            /** @description What went wrong. */
            readonly Message: string;
        };
        readonly UploadError403: "AccessDenied" | "SignatureDoesNotMatch" | "InvalidAccessKeyId";
        /** @description Envelope of a refused upload. */
        readonly UploadForbiddenEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example 127.0.0.1
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["UploadError403"];
            /** @description What went wrong. */
            readonly Message: string;
        };
        /**
         * InternalError
         * @description We encountered an internal error. Please try again. The upload store failed. Try again.
         * @constant
         */
        readonly UploadError500: "InternalError";
        /** @description Envelope of a refused upload. */
        readonly UploadFailedEnvelope: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example 127.0.0.1
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["UploadError500"];
            /** @description What went wrong. */
            readonly Message: string;
        };
        /** @description A comparison that succeeded. */
        readonly CompareSimilarByImageResultXml: {
            /**
             * Format: double
             * @description Similarity of the two pictures, 0 (nothing in common) to 1 (the same pixels).
             * @example 0.85
             */
            readonly Score: number;
            /**
             * @description Whether the request succeeded.
             * @example true
             * @enum {boolean}
             */
            readonly Success: true;
            /**
             * @description Upper-case UUID of this request.
             * @example B3137727-7D6E-488C-BA21-0E034C38A879
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description `success`.
             * @example success
             */
            readonly Msg: string;
            /** @description Belongs to refusals; the public page shows it on success too. Left out by the engine on success. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
            /**
             * @description The number 0.
             * @example 0
             * @enum {integer}
             */
            readonly Code: 0;
        };
        /** @description Envelope of every failure. */
        readonly BadRequestEnvelopeXml: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["OperationError400"] | components["schemas"]["GatewayError400"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /** @description Envelope of every failure. */
        readonly ForbiddenEnvelopeXml: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["OperationError403"] | components["schemas"]["GatewayError403"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /** @description Envelope of every failure. */
        readonly NotFoundEnvelopeXml: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["GatewayError404"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /** @description Envelope of every failure. */
        readonly ConflictEnvelopeXml: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["OperationError409"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /** @description Envelope of every failure. */
        readonly InternalServerErrorEnvelopeXml: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["OperationError500"] | components["schemas"]["GatewayError500"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /** @description Envelope of every failure. */
        readonly ServiceUnavailableEnvelopeXml: {
            /**
             * @description Upper-case UUID of this request.
             * @example 540CFF28-407A-40B5-B6A5-74B0D6C8E1F2
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description The host the caller addressed, without port.
             * @example imagesearch.cn-shanghai.aliyuncs.com
             */
            readonly HostId: string;
            /** @description The error code. */
            readonly Code: components["schemas"]["GatewayError503"];
            /** @description What went wrong. */
            readonly Message: string;
            /**
             * @description Where to read more about the code.
             * @example https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch
             */
            readonly Recommend?: string;
            /** @description Only with `NoPermission`. */
            readonly AccessDeniedDetail?: components["schemas"]["AccessDeniedDetail"];
        };
        /** @description Where and with what the file may be posted. */
        readonly AuthorizeFileUploadResultXml: {
            /**
             * @description Upper-case UUID of this request.
             * @example B3137727-7D6E-488C-BA21-0E034C38A879
             */
            readonly RequestId: components["schemas"]["RequestId"];
            /**
             * @description Opaque; sent back as `OSSAccessKeyId`.
             * @example semblance-upload
             */
            readonly AccessKeyId: string;
            /**
             * @description First label of the upload host.
             * @example 127
             */
            readonly Bucket: string;
            /**
             * @description Rest of the upload host, with port.
             * @example 0.0.1:8080
             */
            readonly Endpoint: string;
            /**
             * @description Base64 of the policy document.
             * @example eyJleHBpcmF0aW9uIjoiMjAyNi0wMS0wOVQwODoxMDowMFoifQ==
             */
            readonly EncodedPolicy: string;
            /**
             * @description Base64 of the HMAC-SHA1 over `EncodedPolicy`.
             * @example rJ0cQnYk1jQ9C1lCNqM0tqfXk0c=
             */
            readonly Signature: string;
            /**
             * @description Key of the object: random, single-use, short-lived.
             * @example imagesearch/2c0f6f9b5f6e4d0f
             */
            readonly ObjectKey: string;
            /**
             * @description Always `false`.
             * @example false
             */
            readonly UseAccelerate: boolean;
        };
    };
    responses: never;
    parameters: {
        /** @description Name of the action. The header `x-acs-action` may name it instead. */
        readonly "RoutingParameters.Action": "CompareSimilarByImage";
        /** @description Version of the interface. The header `x-acs-version` may name it instead. */
        readonly "RoutingParameters.Version": "2020-12-14";
        /** @description Format of the answer. Without it the header `Accept` decides; without both the answer is JSON, except that a request with a V1 signature then gets XML, as in the cloud. */
        readonly AnswerChoice: components["schemas"]["Format"];
        /** @description Name (not the ID) of the image search instance: at most 20 characters of any script, no spaces or control characters. */
        readonly "CompareSimilarByImageForm.InstanceName": string;
        /** @description First picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over. */
        readonly "CompareSimilarByImageForm.PrimaryPicContent": components["schemas"]["PictureContent"];
        /** @description Second picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over. */
        readonly "CompareSimilarByImageForm.SecondaryPicContent": components["schemas"]["PictureContent"];
        /** @description Name of the action. The header `x-acs-action` may name it instead. */
        readonly "AuthorizeFileUploadRouting.Action": "AuthorizeFileUpload";
        /** @description Version of the interface. The header `x-acs-version` may name it instead. */
        readonly "AuthorizeFileUploadRouting.Version": "2019-12-19";
        /** @description Product the upload is for. */
        readonly "AuthorizeFileUploadQuery.Product": string;
        /** @description Region of the instance. */
        readonly "AuthorizeFileUploadQuery.RegionId": string;
        /**
         * @description With a V3 signature: Time of the request, UTC.
         * @example 2026-01-09T08:00:00Z
         */
        readonly "V3.x-acs-date": string;
        /** @description With a V3 signature: Lower-case hex SHA-256 of the body as sent. */
        readonly "V3.x-acs-content-sha256": string;
        /**
         * @description With a V3 signature: New for every attempt.
         * @example 3156853299f313e23d1673dc12e1703d
         */
        readonly "V3.x-acs-signature-nonce": string;
        /** @description With a V3 signature: Temporary credentials only: the access key ID. */
        readonly "V3.x-acs-accesskey-id": string;
        /** @description With a V3 signature: Temporary credentials only: the token. */
        readonly "V3.x-acs-security-token": string;
        /**
         * @description With a V3 signature: Kind of credentials; its value is not interpreted.
         * @example static_ak
         */
        readonly "V3.x-acs-credentials-provider": string;
        /** @description With a V1 signature: The access key ID. */
        readonly "V1.AccessKeyId": string;
        /**
         * @description With a V1 signature: `HMAC-SHA1`
         * @example HMAC-SHA1
         */
        readonly "V1.SignatureMethod": string;
        /**
         * @description With a V1 signature: `1.0`
         * @example 1.0
         */
        readonly "V1.SignatureVersion": string;
        /** @description With a V1 signature: New for every attempt. */
        readonly "V1.SignatureNonce": string;
        /**
         * @description With a V1 signature: Time of the request, UTC.
         * @example 2026-01-09T08:00:00Z
         */
        readonly "V1.Timestamp": string;
        /** @description With a V1 signature: Temporary credentials only: the token. */
        readonly "V1.SecurityToken": string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly CompareSimilarByImageGet: {
        readonly parameters: {
            readonly query: {
                /** @description Name of the action. The header `x-acs-action` may name it instead. */
                readonly Action: components["parameters"]["RoutingParameters.Action"];
                /** @description Version of the interface. The header `x-acs-version` may name it instead. */
                readonly Version: components["parameters"]["RoutingParameters.Version"];
                /** @description Format of the answer. Without it the header `Accept` decides; without both the answer is JSON, except that a request with a V1 signature then gets XML, as in the cloud. */
                readonly Format?: components["parameters"]["AnswerChoice"];
                /** @description Name (not the ID) of the image search instance: at most 20 characters of any script, no spaces or control characters. */
                readonly InstanceName: components["parameters"]["CompareSimilarByImageForm.InstanceName"];
                /** @description First picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over. */
                readonly PrimaryPicContent: components["parameters"]["CompareSimilarByImageForm.PrimaryPicContent"];
                /** @description Second picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over. */
                readonly SecondaryPicContent: components["parameters"]["CompareSimilarByImageForm.SecondaryPicContent"];
                /** @description With a V1 signature: The access key ID. */
                readonly AccessKeyId?: components["parameters"]["V1.AccessKeyId"];
                /**
                 * @description With a V1 signature: `HMAC-SHA1`
                 * @example HMAC-SHA1
                 */
                readonly SignatureMethod?: components["parameters"]["V1.SignatureMethod"];
                /**
                 * @description With a V1 signature: `1.0`
                 * @example 1.0
                 */
                readonly SignatureVersion?: components["parameters"]["V1.SignatureVersion"];
                /** @description With a V1 signature: New for every attempt. */
                readonly SignatureNonce?: components["parameters"]["V1.SignatureNonce"];
                /**
                 * @description With a V1 signature: Time of the request, UTC.
                 * @example 2026-01-09T08:00:00Z
                 */
                readonly Timestamp?: components["parameters"]["V1.Timestamp"];
                /** @description With a V1 signature: Temporary credentials only: the token. */
                readonly SecurityToken?: components["parameters"]["V1.SecurityToken"];
            };
            readonly header?: {
                /**
                 * @description With a V3 signature: Name of the action.
                 * @example CompareSimilarByImage
                 */
                readonly "x-acs-action"?: "CompareSimilarByImage";
                /**
                 * @description With a V3 signature: Version of the interface.
                 * @example 2020-12-14
                 */
                readonly "x-acs-version"?: "2020-12-14";
                /**
                 * @description With a V3 signature: Time of the request, UTC.
                 * @example 2026-01-09T08:00:00Z
                 */
                readonly "x-acs-date"?: components["parameters"]["V3.x-acs-date"];
                /** @description With a V3 signature: Lower-case hex SHA-256 of the body as sent. */
                readonly "x-acs-content-sha256"?: components["parameters"]["V3.x-acs-content-sha256"];
                /**
                 * @description With a V3 signature: New for every attempt.
                 * @example 3156853299f313e23d1673dc12e1703d
                 */
                readonly "x-acs-signature-nonce"?: components["parameters"]["V3.x-acs-signature-nonce"];
                /** @description With a V3 signature: Temporary credentials only: the access key ID. */
                readonly "x-acs-accesskey-id"?: components["parameters"]["V3.x-acs-accesskey-id"];
                /** @description With a V3 signature: Temporary credentials only: the token. */
                readonly "x-acs-security-token"?: components["parameters"]["V3.x-acs-security-token"];
                /**
                 * @description With a V3 signature: Kind of credentials; its value is not interpreted.
                 * @example static_ak
                 */
                readonly "x-acs-credentials-provider"?: components["parameters"]["V3.x-acs-credentials-provider"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The two pictures were compared. */
            readonly 200: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CompareSimilarByImageResult"];
                    readonly "text/xml": components["schemas"]["CompareSimilarByImageResultXml"];
                    readonly "application/xml": components["schemas"]["CompareSimilarByImageResultXml"];
                };
            };
            /** @description The request, a picture or the instance is not right. */
            readonly 400: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BadRequestEnvelope"];
                    readonly "text/xml": components["schemas"]["BadRequestEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["BadRequestEnvelopeXml"];
                };
            };
            /** @description Not allowed, or too often. */
            readonly 403: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ForbiddenEnvelope"];
                    readonly "text/xml": components["schemas"]["ForbiddenEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ForbiddenEnvelopeXml"];
                };
            };
            /** @description No such action or key. */
            readonly 404: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotFoundEnvelope"];
                    readonly "text/xml": components["schemas"]["NotFoundEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["NotFoundEnvelopeXml"];
                };
            };
            /** @description A task is in the way. */
            readonly 409: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConflictEnvelope"];
                    readonly "text/xml": components["schemas"]["ConflictEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ConflictEnvelopeXml"];
                };
            };
            /** @description The service failed. */
            readonly 500: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InternalServerErrorEnvelope"];
                    readonly "text/xml": components["schemas"]["InternalServerErrorEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["InternalServerErrorEnvelopeXml"];
                };
            };
            /** @description The service cannot take the request now. */
            readonly 503: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ServiceUnavailableEnvelope"];
                    readonly "text/xml": components["schemas"]["ServiceUnavailableEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ServiceUnavailableEnvelopeXml"];
                };
            };
        };
    };
    readonly CompareSimilarByImage: {
        readonly parameters: {
            readonly query: {
                /** @description Name of the action. The header `x-acs-action` may name it instead. */
                readonly Action: components["parameters"]["RoutingParameters.Action"];
                /** @description Version of the interface. The header `x-acs-version` may name it instead. */
                readonly Version: components["parameters"]["RoutingParameters.Version"];
                /** @description Format of the answer. Without it the header `Accept` decides; without both the answer is JSON, except that a request with a V1 signature then gets XML, as in the cloud. */
                readonly Format?: components["parameters"]["AnswerChoice"];
                /** @description With a V1 signature: The access key ID. */
                readonly AccessKeyId?: components["parameters"]["V1.AccessKeyId"];
                /**
                 * @description With a V1 signature: `HMAC-SHA1`
                 * @example HMAC-SHA1
                 */
                readonly SignatureMethod?: components["parameters"]["V1.SignatureMethod"];
                /**
                 * @description With a V1 signature: `1.0`
                 * @example 1.0
                 */
                readonly SignatureVersion?: components["parameters"]["V1.SignatureVersion"];
                /** @description With a V1 signature: New for every attempt. */
                readonly SignatureNonce?: components["parameters"]["V1.SignatureNonce"];
                /**
                 * @description With a V1 signature: Time of the request, UTC.
                 * @example 2026-01-09T08:00:00Z
                 */
                readonly Timestamp?: components["parameters"]["V1.Timestamp"];
                /** @description With a V1 signature: Temporary credentials only: the token. */
                readonly SecurityToken?: components["parameters"]["V1.SecurityToken"];
            };
            readonly header?: {
                /**
                 * @description With a V3 signature: Name of the action.
                 * @example CompareSimilarByImage
                 */
                readonly "x-acs-action"?: "CompareSimilarByImage";
                /**
                 * @description With a V3 signature: Version of the interface.
                 * @example 2020-12-14
                 */
                readonly "x-acs-version"?: "2020-12-14";
                /**
                 * @description With a V3 signature: Time of the request, UTC.
                 * @example 2026-01-09T08:00:00Z
                 */
                readonly "x-acs-date"?: components["parameters"]["V3.x-acs-date"];
                /** @description With a V3 signature: Lower-case hex SHA-256 of the body as sent. */
                readonly "x-acs-content-sha256"?: components["parameters"]["V3.x-acs-content-sha256"];
                /**
                 * @description With a V3 signature: New for every attempt.
                 * @example 3156853299f313e23d1673dc12e1703d
                 */
                readonly "x-acs-signature-nonce"?: components["parameters"]["V3.x-acs-signature-nonce"];
                /** @description With a V3 signature: Temporary credentials only: the access key ID. */
                readonly "x-acs-accesskey-id"?: components["parameters"]["V3.x-acs-accesskey-id"];
                /** @description With a V3 signature: Temporary credentials only: the token. */
                readonly "x-acs-security-token"?: components["parameters"]["V3.x-acs-security-token"];
                /**
                 * @description With a V3 signature: Kind of credentials; its value is not interpreted.
                 * @example static_ak
                 */
                readonly "x-acs-credentials-provider"?: components["parameters"]["V3.x-acs-credentials-provider"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-www-form-urlencoded": components["schemas"]["CompareSimilarByImageForm"];
            };
        };
        readonly responses: {
            /** @description The two pictures were compared. */
            readonly 200: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CompareSimilarByImageResult"];
                    readonly "text/xml": components["schemas"]["CompareSimilarByImageResultXml"];
                    readonly "application/xml": components["schemas"]["CompareSimilarByImageResultXml"];
                };
            };
            /** @description The request, a picture or the instance is not right. */
            readonly 400: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BadRequestEnvelope"];
                    readonly "text/xml": components["schemas"]["BadRequestEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["BadRequestEnvelopeXml"];
                };
            };
            /** @description Not allowed, or too often. */
            readonly 403: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ForbiddenEnvelope"];
                    readonly "text/xml": components["schemas"]["ForbiddenEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ForbiddenEnvelopeXml"];
                };
            };
            /** @description No such action or key. */
            readonly 404: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotFoundEnvelope"];
                    readonly "text/xml": components["schemas"]["NotFoundEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["NotFoundEnvelopeXml"];
                };
            };
            /** @description A task is in the way. */
            readonly 409: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConflictEnvelope"];
                    readonly "text/xml": components["schemas"]["ConflictEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ConflictEnvelopeXml"];
                };
            };
            /** @description The service failed. */
            readonly 500: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InternalServerErrorEnvelope"];
                    readonly "text/xml": components["schemas"]["InternalServerErrorEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["InternalServerErrorEnvelopeXml"];
                };
            };
            /** @description The service cannot take the request now. */
            readonly 503: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ServiceUnavailableEnvelope"];
                    readonly "text/xml": components["schemas"]["ServiceUnavailableEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ServiceUnavailableEnvelopeXml"];
                };
            };
        };
    };
    readonly AuthorizeFileUpload: {
        readonly parameters: {
            readonly query: {
                /** @description Name of the action. The header `x-acs-action` may name it instead. */
                readonly Action: components["parameters"]["AuthorizeFileUploadRouting.Action"];
                /** @description Version of the interface. The header `x-acs-version` may name it instead. */
                readonly Version: components["parameters"]["AuthorizeFileUploadRouting.Version"];
                /** @description Format of the answer. Without it the header `Accept` decides; without both the answer is JSON, except that a request with a V1 signature then gets XML, as in the cloud. */
                readonly Format?: components["parameters"]["AnswerChoice"];
                /** @description Product the upload is for. */
                readonly Product: components["parameters"]["AuthorizeFileUploadQuery.Product"];
                /** @description Region of the instance. */
                readonly RegionId?: components["parameters"]["AuthorizeFileUploadQuery.RegionId"];
                /** @description With a V1 signature: The access key ID. */
                readonly AccessKeyId?: components["parameters"]["V1.AccessKeyId"];
                /**
                 * @description With a V1 signature: `HMAC-SHA1`
                 * @example HMAC-SHA1
                 */
                readonly SignatureMethod?: components["parameters"]["V1.SignatureMethod"];
                /**
                 * @description With a V1 signature: `1.0`
                 * @example 1.0
                 */
                readonly SignatureVersion?: components["parameters"]["V1.SignatureVersion"];
                /** @description With a V1 signature: New for every attempt. */
                readonly SignatureNonce?: components["parameters"]["V1.SignatureNonce"];
                /**
                 * @description With a V1 signature: Time of the request, UTC.
                 * @example 2026-01-09T08:00:00Z
                 */
                readonly Timestamp?: components["parameters"]["V1.Timestamp"];
                /** @description With a V1 signature: Temporary credentials only: the token. */
                readonly SecurityToken?: components["parameters"]["V1.SecurityToken"];
            };
            readonly header?: {
                /**
                 * @description With a V3 signature: Name of the action.
                 * @example AuthorizeFileUpload
                 */
                readonly "x-acs-action"?: "AuthorizeFileUpload";
                /**
                 * @description With a V3 signature: Version of the interface.
                 * @example 2019-12-19
                 */
                readonly "x-acs-version"?: "2019-12-19";
                /**
                 * @description With a V3 signature: Time of the request, UTC.
                 * @example 2026-01-09T08:00:00Z
                 */
                readonly "x-acs-date"?: components["parameters"]["V3.x-acs-date"];
                /** @description With a V3 signature: Lower-case hex SHA-256 of the body as sent. */
                readonly "x-acs-content-sha256"?: components["parameters"]["V3.x-acs-content-sha256"];
                /**
                 * @description With a V3 signature: New for every attempt.
                 * @example 3156853299f313e23d1673dc12e1703d
                 */
                readonly "x-acs-signature-nonce"?: components["parameters"]["V3.x-acs-signature-nonce"];
                /** @description With a V3 signature: Temporary credentials only: the access key ID. */
                readonly "x-acs-accesskey-id"?: components["parameters"]["V3.x-acs-accesskey-id"];
                /** @description With a V3 signature: Temporary credentials only: the token. */
                readonly "x-acs-security-token"?: components["parameters"]["V3.x-acs-security-token"];
                /**
                 * @description With a V3 signature: Kind of credentials; its value is not interpreted.
                 * @example static_ak
                 */
                readonly "x-acs-credentials-provider"?: components["parameters"]["V3.x-acs-credentials-provider"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The upload is authorised. */
            readonly 200: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AuthorizeFileUploadResult"];
                    readonly "text/xml": components["schemas"]["AuthorizeFileUploadResultXml"];
                    readonly "application/xml": components["schemas"]["AuthorizeFileUploadResultXml"];
                };
            };
            /** @description The request, a picture or the instance is not right. */
            readonly 400: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BadRequestEnvelope"];
                    readonly "text/xml": components["schemas"]["BadRequestEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["BadRequestEnvelopeXml"];
                };
            };
            /** @description Not allowed, or too often. */
            readonly 403: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ForbiddenEnvelope"];
                    readonly "text/xml": components["schemas"]["ForbiddenEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ForbiddenEnvelopeXml"];
                };
            };
            /** @description No such action or key. */
            readonly 404: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NotFoundEnvelope"];
                    readonly "text/xml": components["schemas"]["NotFoundEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["NotFoundEnvelopeXml"];
                };
            };
            /** @description A task is in the way. */
            readonly 409: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConflictEnvelope"];
                    readonly "text/xml": components["schemas"]["ConflictEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ConflictEnvelopeXml"];
                };
            };
            /** @description The service failed. */
            readonly 500: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["InternalServerErrorEnvelope"];
                    readonly "text/xml": components["schemas"]["InternalServerErrorEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["InternalServerErrorEnvelopeXml"];
                };
            };
            /** @description The service cannot take the request now. */
            readonly 503: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    /** @description Seconds to wait before another try; with flow control. */
                    readonly "retry-after"?: string;
                    /** @description Milliseconds to wait before another try; with flow control. */
                    readonly "x-acs-retry-after"?: string;
                    /** @description What exactly is wrong and what to do, in plain ASCII; engine and mock only. */
                    readonly "x-semblance-detail"?: string;
                    /** @description `1` when the answer is a labelled simulation. */
                    readonly "x-simulated"?: "1";
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ServiceUnavailableEnvelope"];
                    readonly "text/xml": components["schemas"]["ServiceUnavailableEnvelopeXml"];
                    readonly "application/xml": components["schemas"]["ServiceUnavailableEnvelopeXml"];
                };
            };
        };
    };
    readonly PostObject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["PostObjectForm"];
            };
        };
        readonly responses: {
            /** @description The picture is stored; the body is empty. */
            readonly 200: {
                headers: {
                    /** @description Identifies the request. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The picture is stored; the answer says where. */
            readonly 201: {
                headers: {
                    /** @description Identifies the request. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/xml": components["schemas"]["PostResponse"];
                };
            };
            /** @description The picture is stored; there is no body. */
            readonly 204: {
                headers: {
                    /** @description Identifies the request. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The form or the file is not right. */
            readonly 400: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/xml": components["schemas"]["UploadBadRequestEnvelope"];
                };
            };
            /** @description The upload was not authorised like this. */
            readonly 403: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/xml": components["schemas"]["UploadForbiddenEnvelope"];
                };
            };
            /** @description The store failed. */
            readonly 500: {
                headers: {
                    /** @description Equal to the body's `RequestId`. */
                    readonly "x-acs-request-id": components["schemas"]["RequestId"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/xml": components["schemas"]["UploadFailedEnvelope"];
                };
            };
        };
    };
}
