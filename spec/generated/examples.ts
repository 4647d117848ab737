// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

import type { ErrorCode } from './error-policy.ts';
import type { ActionName } from './protocol.ts';

/** One example answer in both formats. */
export interface Example {
  readonly name: string;
  readonly httpStatus: number;
  readonly json: Readonly<Record<string, unknown>>;
  readonly xml: string;
}

/** Example answers by code; `success` is the action's page's own. */
export const examples: Readonly<Record<ErrorCode | 'success', Example>> = {
  "success": {
    "name": "success",
    "httpStatus": 200,
    "json": {
      "Score": 0.85,
      "Success": true,
      "RequestId": "B3137727-7D6E-488C-BA21-0E034C38A879",
      "Msg": "success",
      "AccessDeniedDetail": {
        "AuthAction": "xxx",
        "AuthPrincipalDisplayName": "111",
        "AuthPrincipalOwnerId": "222",
        "AuthPrincipalType": "SubUser",
        "EncodedDiagnosticMessage": "xxxxxx",
        "NoPermissionType": "ImplicitDeny",
        "PolicyType": "AccountLevelIdentityBasedPolicy"
      },
      "Code": 0
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CompareSimilarByImageResponse>\n  <Score>0.85</Score>\n  <Success>true</Success>\n  <RequestId>B3137727-7D6E-488C-BA21-0E034C38A879</RequestId>\n  <Msg>success</Msg>\n  <AccessDeniedDetail>\n    <AuthAction>xxx</AuthAction>\n    <AuthPrincipalDisplayName>111</AuthPrincipalDisplayName>\n    <AuthPrincipalOwnerId>222</AuthPrincipalOwnerId>\n    <AuthPrincipalType>SubUser</AuthPrincipalType>\n    <EncodedDiagnosticMessage>xxxxxx</EncodedDiagnosticMessage>\n    <NoPermissionType>ImplicitDeny</NoPermissionType>\n    <PolicyType>AccountLevelIdentityBasedPolicy</PolicyType>\n  </AccessDeniedDetail>\n  <Code>0</Code>\n</CompareSimilarByImageResponse>\n"
  },
  "SearchTimeout": {
    "name": "SearchTimeout",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "SearchTimeout",
      "Message": "The request timed out.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=SearchTimeout&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>SearchTimeout</Code>\n  <Message>The request timed out.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=SearchTimeout&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "TimeoutForTransferImage": {
    "name": "TimeoutForTransferImage",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "TimeoutForTransferImage",
      "Message": "Image transfer timed out.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=TimeoutForTransferImage&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>TimeoutForTransferImage</Code>\n  <Message>Image transfer timed out.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=TimeoutForTransferImage&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "UnsupportedPicFormat": {
    "name": "UnsupportedPicFormat",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "UnsupportedPicFormat",
      "Message": "The specified image format is invalid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=UnsupportedPicFormat&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>UnsupportedPicFormat</Code>\n  <Message>The specified image format is invalid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=UnsupportedPicFormat&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "UnsupportedPicPixels": {
    "name": "UnsupportedPicPixels",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "UnsupportedPicPixels",
      "Message": "The specified pixels is not supported.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>UnsupportedPicPixels</Code>\n  <Message>The specified pixels is not supported.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "UnsupportedPictureFormat": {
    "name": "UnsupportedPictureFormat",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "UnsupportedPictureFormat",
      "Message": "The format of the specified picture is not supported.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=UnsupportedPictureFormat&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>UnsupportedPictureFormat</Code>\n  <Message>The format of the specified picture is not supported.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=UnsupportedPictureFormat&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Console.InstanceNotFound": {
    "name": "Console.InstanceNotFound",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Console.InstanceNotFound",
      "Message": "The specified ImageSearch instance is not found.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Console.InstanceNotFound&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Console.InstanceNotFound</Code>\n  <Message>The specified ImageSearch instance is not found.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Console.InstanceNotFound&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Console.PidError": {
    "name": "Console.PidError",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Console.PidError",
      "Message": "The number of PID bindings of the current instance exceeds 50.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Console.PidError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Console.PidError</Code>\n  <Message>The number of PID bindings of the current instance exceeds 50.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Console.PidError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "EmptyMeta": {
    "name": "EmptyMeta",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "EmptyMeta",
      "Message": "The body content has an empty meta field.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=EmptyMeta&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>EmptyMeta</Code>\n  <Message>The body content has an empty meta field.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=EmptyMeta&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "IncorrectOrientation": {
    "name": "IncorrectOrientation",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "IncorrectOrientation",
      "Message": "The image contains incorrect rotation flags in the meta data.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=IncorrectOrientation&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>IncorrectOrientation</Code>\n  <Message>The image contains incorrect rotation flags in the meta data.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=IncorrectOrientation&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InstanceOverQuota": {
    "name": "InstanceOverQuota",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InstanceOverQuota",
      "Message": "The number of items exceeds the limit.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InstanceOverQuota&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InstanceOverQuota</Code>\n  <Message>The number of items exceeds the limit.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InstanceOverQuota&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InstanceStatusError": {
    "name": "InstanceStatusError",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InstanceStatusError",
      "Message": "The current instance status does not support this operation.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InstanceStatusError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InstanceStatusError</Code>\n  <Message>The current instance status does not support this operation.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InstanceStatusError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidInstance": {
    "name": "InvalidInstance",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidInstance",
      "Message": "The specified instance name is invalid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidInstance&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidInstance</Code>\n  <Message>The specified instance name is invalid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidInstance&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidPicContent": {
    "name": "InvalidPicContent",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidPicContent",
      "Message": "The image size exceeds 4 MB.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidPicContent&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidPicContent</Code>\n  <Message>The image size exceeds 4 MB.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidPicContent&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidPicUrl": {
    "name": "InvalidPicUrl",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidPicUrl",
      "Message": "The specified parameter PicUrl is not valid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidPicUrl&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidPicUrl</Code>\n  <Message>The specified parameter PicUrl is not valid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidPicUrl&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "NeedRegisterBeforeInvoke": {
    "name": "NeedRegisterBeforeInvoke",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "NeedRegisterBeforeInvoke",
      "Message": "Register for PID before invoking the service.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=NeedRegisterBeforeInvoke&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>NeedRegisterBeforeInvoke</Code>\n  <Message>Register for PID before invoking the service.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=NeedRegisterBeforeInvoke&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "NoCaretSeperator": {
    "name": "NoCaretSeperator",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "NoCaretSeperator",
      "Message": "The body content is missing the ^ separator.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=NoCaretSeperator&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>NoCaretSeperator</Code>\n  <Message>The body content is missing the ^ separator.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=NoCaretSeperator&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "NoSpecifiedPic": {
    "name": "NoSpecifiedPic",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "NoSpecifiedPic",
      "Message": "The content of an image is not specified in the HTTP POST body.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=NoSpecifiedPic&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>NoSpecifiedPic</Code>\n  <Message>The content of an image is not specified in the HTTP POST body.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=NoSpecifiedPic&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "PicNotExist": {
    "name": "PicNotExist",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "PicNotExist",
      "Message": "The specified image does not exist.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=PicNotExist&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>PicNotExist</Code>\n  <Message>The specified image does not exist.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=PicNotExist&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidSecondaryPicContent": {
    "name": "InvalidSecondaryPicContent",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidSecondaryPicContent",
      "Message": "The specified parameter SecondaryPicContent is not valid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidSecondaryPicContent&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidSecondaryPicContent</Code>\n  <Message>The specified parameter SecondaryPicContent is not valid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidSecondaryPicContent&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidPrimaryPicContent": {
    "name": "InvalidPrimaryPicContent",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidPrimaryPicContent",
      "Message": "The specified parameter PrimaryPicContent is not valid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidPrimaryPicContent&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidPrimaryPicContent</Code>\n  <Message>The specified parameter PrimaryPicContent is not valid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidPrimaryPicContent&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "PictureError": {
    "name": "PictureError",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "PictureError",
      "Message": "[download] Img Download Failed.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=PictureError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>PictureError</Code>\n  <Message>[download] Img Download Failed.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=PictureError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "UnsupportedOperationType": {
    "name": "UnsupportedOperationType",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "UnsupportedOperationType",
      "Message": "The specified action is not supported.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=UnsupportedOperationType&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>UnsupportedOperationType</Code>\n  <Message>The specified action is not supported.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=UnsupportedOperationType&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "UnsupportedInstanceType": {
    "name": "UnsupportedInstanceType",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "UnsupportedInstanceType",
      "Message": "The instance type is not supported.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=UnsupportedInstanceType&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>UnsupportedInstanceType</Code>\n  <Message>The instance type is not supported.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=UnsupportedInstanceType&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Console.NoPermissionError": {
    "name": "Console.NoPermissionError",
    "httpStatus": 403,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Console.NoPermissionError",
      "Message": "You are not authorized to perform this operation.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Console.NoPermissionError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Console.NoPermissionError</Code>\n  <Message>You are not authorized to perform this operation.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Console.NoPermissionError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Console.NotAllowedModifyToken": {
    "name": "Console.NotAllowedModifyToken",
    "httpStatus": 403,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Console.NotAllowedModifyToken",
      "Message": "You are not allowed to modify token today.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Console.NotAllowedModifyToken&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Console.NotAllowedModifyToken</Code>\n  <Message>You are not allowed to modify token today.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Console.NotAllowedModifyToken&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "DeniedRequest": {
    "name": "DeniedRequest",
    "httpStatus": 403,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "DeniedRequest",
      "Message": "Your request was denied due to instance flow control.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=DeniedRequest&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>DeniedRequest</Code>\n  <Message>Your request was denied due to instance flow control.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=DeniedRequest&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "NoPermission": {
    "name": "NoPermission",
    "httpStatus": 403,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "NoPermission",
      "Message": "You are not authorized to perform this operation.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=NoPermission&product=ImageSearch",
      "AccessDeniedDetail": {
        "AuthAction": "xxx",
        "AuthPrincipalDisplayName": "111",
        "AuthPrincipalOwnerId": "222",
        "AuthPrincipalType": "SubUser",
        "EncodedDiagnosticMessage": "xxxxxx",
        "NoPermissionType": "ImplicitDeny",
        "PolicyType": "AccountLevelIdentityBasedPolicy"
      }
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>NoPermission</Code>\n  <Message>You are not authorized to perform this operation.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=NoPermission&amp;product=ImageSearch</Recommend>\n  <AccessDeniedDetail>\n    <AuthAction>xxx</AuthAction>\n    <AuthPrincipalDisplayName>111</AuthPrincipalDisplayName>\n    <AuthPrincipalOwnerId>222</AuthPrincipalOwnerId>\n    <AuthPrincipalType>SubUser</AuthPrincipalType>\n    <EncodedDiagnosticMessage>xxxxxx</EncodedDiagnosticMessage>\n    <NoPermissionType>ImplicitDeny</NoPermissionType>\n    <PolicyType>AccountLevelIdentityBasedPolicy</PolicyType>\n  </AccessDeniedDetail>\n</Error>\n"
  },
  "Console.TaskAlreadyExist": {
    "name": "Console.TaskAlreadyExist",
    "httpStatus": 409,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Console.TaskAlreadyExist",
      "Message": "A task that is in progress already exists.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Console.TaskAlreadyExist&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Console.TaskAlreadyExist</Code>\n  <Message>A task that is in progress already exists.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Console.TaskAlreadyExist&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "ServerInternalError": {
    "name": "ServerInternalError",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "ServerInternalError",
      "Message": "An internal error occurred.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=ServerInternalError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>ServerInternalError</Code>\n  <Message>An internal error occurred.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=ServerInternalError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "UnknownException": {
    "name": "UnknownException",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "UnknownException",
      "Message": "An internal server error occurred.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=UnknownException&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>UnknownException</Code>\n  <Message>An internal server error occurred.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=UnknownException&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "AccessEngineFailed": {
    "name": "AccessEngineFailed",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "AccessEngineFailed",
      "Message": "An error occurred while accessing the search engine.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=AccessEngineFailed&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>AccessEngineFailed</Code>\n  <Message>An error occurred while accessing the search engine.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=AccessEngineFailed&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "ConnectionDVException": {
    "name": "ConnectionDVException",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "ConnectionDVException",
      "Message": "Failed to obtain collection.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=ConnectionDVException&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>ConnectionDVException</Code>\n  <Message>Failed to obtain collection.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=ConnectionDVException&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Console.CallServiceError": {
    "name": "Console.CallServiceError",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Console.CallServiceError",
      "Message": "An internal service error occurred.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Console.CallServiceError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Console.CallServiceError</Code>\n  <Message>An internal service error occurred.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Console.CallServiceError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "ExtractFeatureTimeout": {
    "name": "ExtractFeatureTimeout",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "ExtractFeatureTimeout",
      "Message": "The request timed out while extracting features.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=ExtractFeatureTimeout&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>ExtractFeatureTimeout</Code>\n  <Message>The request timed out while extracting features.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=ExtractFeatureTimeout&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InternalOssError": {
    "name": "InternalOssError",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InternalOssError",
      "Message": "An internal OAS error occurred.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InternalOssError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InternalOssError</Code>\n  <Message>An internal OAS error occurred.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InternalOssError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InternalSwiftError": {
    "name": "InternalSwiftError",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InternalSwiftError",
      "Message": "An internal SWIFT error occurred.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InternalSwiftError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InternalSwiftError</Code>\n  <Message>An internal SWIFT error occurred.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InternalSwiftError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InternalTableStoreError": {
    "name": "InternalTableStoreError",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InternalTableStoreError",
      "Message": "An internal Table Store error occurred.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InternalTableStoreError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InternalTableStoreError</Code>\n  <Message>An internal Table Store error occurred.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InternalTableStoreError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "NetworkException": {
    "name": "NetworkException",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "NetworkException",
      "Message": "A network error occurred.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=NetworkException&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>NetworkException</Code>\n  <Message>A network error occurred.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=NetworkException&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "RequestTimeout": {
    "name": "RequestTimeout",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "RequestTimeout",
      "Message": "The request timed out.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=RequestTimeout&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>RequestTimeout</Code>\n  <Message>The request timed out.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=RequestTimeout&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingAction": {
    "name": "MissingAction",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingAction",
      "Message": "Action is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingAction&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingAction</Code>\n  <Message>Action is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingAction&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingVersion": {
    "name": "MissingVersion",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingVersion",
      "Message": "Version is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingVersion&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingVersion</Code>\n  <Message>Version is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingVersion&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingInstanceName": {
    "name": "MissingInstanceName",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingInstanceName",
      "Message": "InstanceName is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingInstanceName&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingInstanceName</Code>\n  <Message>InstanceName is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingInstanceName&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingPrimaryPicContent": {
    "name": "MissingPrimaryPicContent",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingPrimaryPicContent",
      "Message": "PrimaryPicContent is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingPrimaryPicContent&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingPrimaryPicContent</Code>\n  <Message>PrimaryPicContent is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingPrimaryPicContent&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingSecondaryPicContent": {
    "name": "MissingSecondaryPicContent",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingSecondaryPicContent",
      "Message": "SecondaryPicContent is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingSecondaryPicContent&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingSecondaryPicContent</Code>\n  <Message>SecondaryPicContent is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingSecondaryPicContent&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingAccessKeyId": {
    "name": "MissingAccessKeyId",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingAccessKeyId",
      "Message": "AccessKeyId is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingAccessKeyId&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingAccessKeyId</Code>\n  <Message>AccessKeyId is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingAccessKeyId&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingSignature": {
    "name": "MissingSignature",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingSignature",
      "Message": "Signature is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingSignature&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingSignature</Code>\n  <Message>Signature is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingSignature&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingSignatureMethod": {
    "name": "MissingSignatureMethod",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingSignatureMethod",
      "Message": "SignatureMethod is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingSignatureMethod&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingSignatureMethod</Code>\n  <Message>SignatureMethod is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingSignatureMethod&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingSignatureVersion": {
    "name": "MissingSignatureVersion",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingSignatureVersion",
      "Message": "SignatureVersion is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingSignatureVersion&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingSignatureVersion</Code>\n  <Message>SignatureVersion is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingSignatureVersion&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingSignatureNonce": {
    "name": "MissingSignatureNonce",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingSignatureNonce",
      "Message": "SignatureNonce is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingSignatureNonce&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingSignatureNonce</Code>\n  <Message>SignatureNonce is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingSignatureNonce&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingTimestamp": {
    "name": "MissingTimestamp",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingTimestamp",
      "Message": "Timestamp is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingTimestamp&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingTimestamp</Code>\n  <Message>Timestamp is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingTimestamp&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "MissingSecurityToken": {
    "name": "MissingSecurityToken",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "MissingSecurityToken",
      "Message": "SecurityToken is mandatory for this action.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=MissingSecurityToken&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>MissingSecurityToken</Code>\n  <Message>SecurityToken is mandatory for this action.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=MissingSecurityToken&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidSecurityToken.Malformed": {
    "name": "InvalidSecurityToken.Malformed",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidSecurityToken.Malformed",
      "Message": "Specified SecurityToken is malformed.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidSecurityToken.Malformed&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidSecurityToken.Malformed</Code>\n  <Message>Specified SecurityToken is malformed.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidSecurityToken.Malformed&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidSecurityToken.Expired": {
    "name": "InvalidSecurityToken.Expired",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidSecurityToken.Expired",
      "Message": "Specified SecurityToken is expired.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidSecurityToken.Expired&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidSecurityToken.Expired</Code>\n  <Message>Specified SecurityToken is expired.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidSecurityToken.Expired&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidSecurityToken.MismatchWithAccessKey": {
    "name": "InvalidSecurityToken.MismatchWithAccessKey",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidSecurityToken.MismatchWithAccessKey",
      "Message": "Specified SecurityToken mismatch with the AccessKey.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidSecurityToken.MismatchWithAccessKey&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidSecurityToken.MismatchWithAccessKey</Code>\n  <Message>Specified SecurityToken mismatch with the AccessKey.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidSecurityToken.MismatchWithAccessKey&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidVersion": {
    "name": "InvalidVersion",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidVersion",
      "Message": "Specified parameter Version is not valid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidVersion&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidVersion</Code>\n  <Message>Specified parameter Version is not valid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidVersion&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidAccessKeyId.Inactive": {
    "name": "InvalidAccessKeyId.Inactive",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidAccessKeyId.Inactive",
      "Message": "Specified access key is disabled.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidAccessKeyId.Inactive&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidAccessKeyId.Inactive</Code>\n  <Message>Specified access key is disabled.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidAccessKeyId.Inactive&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "SignatureDoesNotMatch": {
    "name": "SignatureDoesNotMatch",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "SignatureDoesNotMatch",
      "Message": "Specified signature does not match our calculation.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=SignatureDoesNotMatch&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>SignatureDoesNotMatch</Code>\n  <Message>Specified signature does not match our calculation.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=SignatureDoesNotMatch&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "IncompleteSignature": {
    "name": "IncompleteSignature",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "IncompleteSignature",
      "Message": "The request signature does not conform to Aliyun standards.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=IncompleteSignature&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>IncompleteSignature</Code>\n  <Message>The request signature does not conform to Aliyun standards.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=IncompleteSignature&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidSignatureMethod": {
    "name": "InvalidSignatureMethod",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidSignatureMethod",
      "Message": "Specified signature method is not valid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidSignatureMethod&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidSignatureMethod</Code>\n  <Message>Specified signature method is not valid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidSignatureMethod&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidTimeStamp.Format": {
    "name": "InvalidTimeStamp.Format",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidTimeStamp.Format",
      "Message": "Specified time stamp or date value is not well formatted.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidTimeStamp.Format&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidTimeStamp.Format</Code>\n  <Message>Specified time stamp or date value is not well formatted.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidTimeStamp.Format&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidTimeStamp.Expired": {
    "name": "InvalidTimeStamp.Expired",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidTimeStamp.Expired",
      "Message": "Specified time stamp or date value is expired.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidTimeStamp.Expired&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidTimeStamp.Expired</Code>\n  <Message>Specified time stamp or date value is expired.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidTimeStamp.Expired&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "SignatureNonceUsed": {
    "name": "SignatureNonceUsed",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "SignatureNonceUsed",
      "Message": "Specified signature nonce was used already.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=SignatureNonceUsed&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>SignatureNonceUsed</Code>\n  <Message>Specified signature nonce was used already.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=SignatureNonceUsed&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidParameter.Format": {
    "name": "InvalidParameter.Format",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidParameter.Format",
      "Message": "Specified parameter format is not valid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidParameter.Format&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidParameter.Format</Code>\n  <Message>Specified parameter format is not valid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidParameter.Format&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidParameter": {
    "name": "InvalidParameter",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidParameter",
      "Message": "The specified parameter is not valid.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidParameter&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidParameter</Code>\n  <Message>The specified parameter is not valid.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidParameter&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidProtocol.NeedSsl": {
    "name": "InvalidProtocol.NeedSsl",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidProtocol.NeedSsl",
      "Message": "Your request is denied as lack of ssl protect.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidProtocol.NeedSsl&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidProtocol.NeedSsl</Code>\n  <Message>Your request is denied as lack of ssl protect.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidProtocol.NeedSsl&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Throttling": {
    "name": "Throttling",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Throttling",
      "Message": "Request was denied due to request throttling.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Throttling&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Throttling</Code>\n  <Message>Request was denied due to request throttling.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Throttling&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Throttling.User": {
    "name": "Throttling.User",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Throttling.User",
      "Message": "Request was denied due to user flow control.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Throttling.User&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Throttling.User</Code>\n  <Message>Request was denied due to user flow control.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Throttling.User&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Throttling.Api": {
    "name": "Throttling.Api",
    "httpStatus": 400,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Throttling.Api",
      "Message": "Request was denied due to api flow control.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Throttling.Api&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Throttling.Api</Code>\n  <Message>Request was denied due to api flow control.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Throttling.Api&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "UnsupportedHTTPMethod": {
    "name": "UnsupportedHTTPMethod",
    "httpStatus": 403,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "UnsupportedHTTPMethod",
      "Message": "This http method is not supported.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=UnsupportedHTTPMethod&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>UnsupportedHTTPMethod</Code>\n  <Message>This http method is not supported.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=UnsupportedHTTPMethod&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "Forbidden.RAM": {
    "name": "Forbidden.RAM",
    "httpStatus": 403,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "Forbidden.RAM",
      "Message": "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=Forbidden.RAM&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>Forbidden.RAM</Code>\n  <Message>User not authorized to operate on the specified resource, or this API doesn&apos;t support RAM.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=Forbidden.RAM&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidAction.NotFound": {
    "name": "InvalidAction.NotFound",
    "httpStatus": 404,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidAction.NotFound",
      "Message": "Specified api is not found, please check your url and method.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidAction.NotFound&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidAction.NotFound</Code>\n  <Message>Specified api is not found, please check your url and method.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidAction.NotFound&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InvalidAccessKeyId.NotFound": {
    "name": "InvalidAccessKeyId.NotFound",
    "httpStatus": 404,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InvalidAccessKeyId.NotFound",
      "Message": "Specified access key is not found.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InvalidAccessKeyId.NotFound&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InvalidAccessKeyId.NotFound</Code>\n  <Message>Specified access key is not found.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InvalidAccessKeyId.NotFound&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "InternalError": {
    "name": "InternalError",
    "httpStatus": 500,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "InternalError",
      "Message": "The request processing has failed due to some unknown error, exception or failure.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=InternalError&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>InternalError</Code>\n  <Message>The request processing has failed due to some unknown error, exception or failure.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=InternalError&amp;product=ImageSearch</Recommend>\n</Error>\n"
  },
  "ServiceUnavailable": {
    "name": "ServiceUnavailable",
    "httpStatus": 503,
    "json": {
      "RequestId": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
      "HostId": "imagesearch.cn-shanghai.aliyuncs.com",
      "Code": "ServiceUnavailable",
      "Message": "The request has failed due to a temporary failure of the server.",
      "Recommend": "https://api.aliyun.com/troubleshoot?q=ServiceUnavailable&product=ImageSearch"
    },
    "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <RequestId>540CFF28-407A-40B5-B6A5-74B0D6C8E1F2</RequestId>\n  <HostId>imagesearch.cn-shanghai.aliyuncs.com</HostId>\n  <Code>ServiceUnavailable</Code>\n  <Message>The request has failed due to a temporary failure of the server.</Message>\n  <Recommend>https://api.aliyun.com/troubleshoot?q=ServiceUnavailable&amp;product=ImageSearch</Recommend>\n</Error>\n"
  }
};

/** Example results by action. */
export const successExamples: Readonly<Record<ActionName, Readonly<Record<string, unknown>>>> = {
  "CompareSimilarByImage": {
    "Score": 0.85,
    "Success": true,
    "RequestId": "B3137727-7D6E-488C-BA21-0E034C38A879",
    "Msg": "success",
    "AccessDeniedDetail": {
      "AuthAction": "xxx",
      "AuthPrincipalDisplayName": "111",
      "AuthPrincipalOwnerId": "222",
      "AuthPrincipalType": "SubUser",
      "EncodedDiagnosticMessage": "xxxxxx",
      "NoPermissionType": "ImplicitDeny",
      "PolicyType": "AccountLevelIdentityBasedPolicy"
    },
    "Code": 0
  },
  "AuthorizeFileUpload": {
    "RequestId": "B3137727-7D6E-488C-BA21-0E034C38A879",
    "AccessKeyId": "semblance-upload",
    "Bucket": "127",
    "Endpoint": "0.0.1:8080",
    "EncodedPolicy": "eyJleHBpcmF0aW9uIjoiMjAyNi0wMS0wOVQwODoxMDowMFoifQ==",
    "Signature": "rJ0cQnYk1jQ9C1lCNqM0tqfXk0c=",
    "ObjectKey": "imagesearch/2c0f6f9b5f6e4d0f",
    "UseAccelerate": false
  }
};
