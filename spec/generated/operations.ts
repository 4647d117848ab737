// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

import type { Bilingual } from './error-catalog.ts';
import type { WireType } from './protocol.ts';

/** A parameter or response field. */
export interface Field {
  readonly name: string;
  readonly type: WireType;
  readonly required: boolean;
  readonly description: Bilingual;
  readonly example: unknown;
  readonly maxLength: number | null;
  /** Smallest and largest value, both allowed. */
  readonly range: readonly [number, number] | null;
  /** Allowed values, where they are listed. */
  readonly values: readonly string[] | null;
}

/** A parameter of every operation, with its signature dialect. */
export interface CommonParameter extends Field {
  readonly dialect: 'V3' | 'V1';
  readonly place: 'header' | 'parameter';
}

/** The operation's own parameters, in the form body or the query. */
export const operationParameters: readonly Field[] = [
  {
    "name": "InstanceName",
    "type": "string",
    "required": true,
    "description": {
      "en": "Name (not the ID) of the image search instance: at most 20 characters of any script, no spaces or control characters.",
      "zh": "图搜实例的名称，不是实例 ID：最多 20 个字符，文字不限，不含空格与控制字符。"
    },
    "example": "demoinstance1",
    "maxLength": 20,
    "range": null,
    "values": null
  },
  {
    "name": "PrimaryPicContent",
    "type": "string",
    "required": true,
    "description": {
      "en": "First picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over.",
      "zh": "第一张图片：文件字节的 Base64。格式：PNG、JPG、JPEG、BMP、GIF、WEBP、TIFF、PPM。文件不超过 4 MB（4,194,304 字节），即 Base64 不超过 5,592,408 个字符。宽与高：商品、通用、家具、五金、版权类实例为 100 至 4096 像素；商标类实例为 200 至 4095 像素；布料类实例为 448 至 4096 像素。不得带旋转标记（EXIF 或 XMP 方向值 2 至 8）。整个请求须在 5 秒内传完。在表单中，`+`、`/`、`=` 须写作 `%2B`、`%2F`、`%3D`。官方 SDK（仅 V3 版本）改用同名并以 `Object` 结尾的字段接收数据流，通过上传提交；SDK 不接受 URL：请打开该 URL 的数据流后传入。"
    },
    "example": "iVBORw0KGgoAAAANSUhEUgAAAPcAAAEVCAYAAAA8d3NuAAAAAXNSR0IArs4c6QAAAARnQU1BAACx",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "SecondaryPicContent",
    "type": "string",
    "required": true,
    "description": {
      "en": "Second picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over.",
      "zh": "第二张图片：文件字节的 Base64。格式：PNG、JPG、JPEG、BMP、GIF、WEBP、TIFF、PPM。文件不超过 4 MB（4,194,304 字节），即 Base64 不超过 5,592,408 个字符。宽与高：商品、通用、家具、五金、版权类实例为 100 至 4096 像素；商标类实例为 200 至 4095 像素；布料类实例为 448 至 4096 像素。不得带旋转标记（EXIF 或 XMP 方向值 2 至 8）。整个请求须在 5 秒内传完。在表单中，`+`、`/`、`=` 须写作 `%2B`、`%2F`、`%3D`。官方 SDK（仅 V3 版本）改用同名并以 `Object` 结尾的字段接收数据流，通过上传提交；SDK 不接受 URL：请打开该 URL 的数据流后传入。"
    },
    "example": "iVBORw0KGgoAAAANSUhEUgAAAPcAAAEVCAYAAAA8d3NuAAAAAXNSR0IArs4c6QAAAARnQU1BAACx",
    "maxLength": null,
    "range": null,
    "values": null
  }
];

/** Parameters that choose action, version and answer format. */
export const routingParameters: readonly Field[] = [
  {
    "name": "Action",
    "type": "string",
    "required": true,
    "description": {
      "en": "Name of the action. The header `x-acs-action` may name it instead.",
      "zh": "操作名称；也可改由请求头 `x-acs-action` 传递。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": [
      "CompareSimilarByImage"
    ]
  },
  {
    "name": "Version",
    "type": "string",
    "required": true,
    "description": {
      "en": "Version of the interface. The header `x-acs-version` may name it instead.",
      "zh": "接口版本；也可改由请求头 `x-acs-version` 传递。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": [
      "2020-12-14"
    ]
  },
  {
    "name": "Format",
    "type": "string",
    "required": false,
    "description": {
      "en": "Format of the answer. Without it the header `Accept` decides; without both the answer is JSON, except that a request with a V1 signature then gets XML, as in the cloud.",
      "zh": "返回格式。不传时由请求头 `Accept` 决定；两者都不传时返回 JSON，但 V1 签名的请求与云端一致，返回 XML。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": [
      "JSON",
      "XML"
    ]
  }
];

/** Common parameters of both signature dialects. */
export const commonParameters: readonly CommonParameter[] = [
  {
    "name": "authorization",
    "type": "string",
    "required": true,
    "description": {
      "en": "`ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…`",
      "zh": "`ACS3-HMAC-SHA256 Credential=…,SignedHeaders=…,Signature=…`"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "host",
    "type": "string",
    "required": true,
    "description": {
      "en": "The endpoint with port, exactly as sent.",
      "zh": "接入地址（含端口），与发送时完全一致。"
    },
    "example": "imagesearch.cn-shanghai.aliyuncs.com",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "x-acs-action",
    "type": "string",
    "required": true,
    "description": {
      "en": "Name of the action.",
      "zh": "操作名称。"
    },
    "example": "CompareSimilarByImage",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "x-acs-version",
    "type": "string",
    "required": true,
    "description": {
      "en": "Version of the interface.",
      "zh": "接口版本。"
    },
    "example": "2020-12-14",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "x-acs-date",
    "type": "string",
    "required": true,
    "description": {
      "en": "Time of the request, UTC.",
      "zh": "请求时间，UTC。"
    },
    "example": "2026-01-09T08:00:00Z",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "x-acs-content-sha256",
    "type": "string",
    "required": true,
    "description": {
      "en": "Lower-case hex SHA-256 of the body as sent.",
      "zh": "请求体的 SHA-256，小写十六进制。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "x-acs-signature-nonce",
    "type": "string",
    "required": false,
    "description": {
      "en": "New for every attempt.",
      "zh": "每次发送都不同的随机数。"
    },
    "example": "3156853299f313e23d1673dc12e1703d",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "x-acs-accesskey-id",
    "type": "string",
    "required": false,
    "description": {
      "en": "Temporary credentials only: the access key ID.",
      "zh": "仅临时凭证：AccessKeyId。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "x-acs-security-token",
    "type": "string",
    "required": false,
    "description": {
      "en": "Temporary credentials only: the token.",
      "zh": "仅临时凭证：安全令牌。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "x-acs-credentials-provider",
    "type": "string",
    "required": false,
    "description": {
      "en": "Kind of credentials; its value is not interpreted.",
      "zh": "凭证类型，服务端不解释其取值。"
    },
    "example": "static_ak",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "content-type",
    "type": "string",
    "required": false,
    "description": {
      "en": "`application/x-www-form-urlencoded`",
      "zh": "`application/x-www-form-urlencoded`"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V3",
    "place": "header"
  },
  {
    "name": "Action",
    "type": "string",
    "required": true,
    "description": {
      "en": "Name of the action.",
      "zh": "操作名称。"
    },
    "example": "CompareSimilarByImage",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "Version",
    "type": "string",
    "required": true,
    "description": {
      "en": "Version of the interface.",
      "zh": "接口版本。"
    },
    "example": "2020-12-14",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "AccessKeyId",
    "type": "string",
    "required": true,
    "description": {
      "en": "The access key ID.",
      "zh": "AccessKeyId。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "Signature",
    "type": "string",
    "required": true,
    "description": {
      "en": "Base64 of the HMAC-SHA1; the only parameter that is not signed.",
      "zh": "HMAC-SHA1 的 Base64；唯一不参与签名的参数。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "SignatureMethod",
    "type": "string",
    "required": true,
    "description": {
      "en": "`HMAC-SHA1`",
      "zh": "`HMAC-SHA1`"
    },
    "example": "HMAC-SHA1",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "SignatureVersion",
    "type": "string",
    "required": true,
    "description": {
      "en": "`1.0`",
      "zh": "`1.0`"
    },
    "example": "1.0",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "SignatureNonce",
    "type": "string",
    "required": true,
    "description": {
      "en": "New for every attempt.",
      "zh": "每次发送都不同的随机数。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "Timestamp",
    "type": "string",
    "required": true,
    "description": {
      "en": "Time of the request, UTC.",
      "zh": "请求时间，UTC。"
    },
    "example": "2026-01-09T08:00:00Z",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "Format",
    "type": "string",
    "required": false,
    "description": {
      "en": "JSON or XML in any letter case; XML when absent.",
      "zh": "JSON 或 XML，不区分大小写；不传时为 XML。"
    },
    "example": "JSON",
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  },
  {
    "name": "SecurityToken",
    "type": "string",
    "required": false,
    "description": {
      "en": "Temporary credentials only: the token.",
      "zh": "仅临时凭证：安全令牌。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null,
    "dialect": "V1",
    "place": "parameter"
  }
];

/** Fields of a success. */
export const successFields: readonly Field[] = [
  {
    "name": "Score",
    "type": "number",
    "required": true,
    "description": {
      "en": "Similarity of the two pictures, 0 (nothing in common) to 1 (the same pixels).",
      "zh": "两张图片的相似度，0（毫无共同之处）到 1（像素完全相同）。"
    },
    "example": 0.85,
    "maxLength": null,
    "range": [
      0,
      1
    ],
    "values": null
  },
  {
    "name": "Success",
    "type": "boolean",
    "required": true,
    "description": {
      "en": "Whether the request succeeded.",
      "zh": "请求是否成功。"
    },
    "example": true,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "RequestId",
    "type": "string",
    "required": true,
    "description": {
      "en": "Upper-case UUID of this request.",
      "zh": "本次请求的 ID，大写 UUID。"
    },
    "example": "B3137727-7D6E-488C-BA21-0E034C38A879",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Msg",
    "type": "string",
    "required": true,
    "description": {
      "en": "`success`.",
      "zh": "固定为 `success`。"
    },
    "example": "success",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "AccessDeniedDetail",
    "type": "object",
    "required": false,
    "description": {
      "en": "Belongs to refusals; the public page shows it on success too. Left out by the engine on success.",
      "zh": "鉴权信息，属于被拒绝的请求；公开页面在成功示例中也列出。本引擎成功时不返回。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Code",
    "type": "integer",
    "required": true,
    "description": {
      "en": "The number 0.",
      "zh": "数字 0 表示成功。"
    },
    "example": 0,
    "maxLength": null,
    "range": null,
    "values": null
  }
];

/** Fields of a failure. */
export const failureFields: readonly Field[] = [
  {
    "name": "RequestId",
    "type": "string",
    "required": true,
    "description": {
      "en": "Upper-case UUID of this request.",
      "zh": "本次请求的 ID，大写 UUID。"
    },
    "example": "540CFF28-407A-40B5-B6A5-74B0D6C8E1F2",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "HostId",
    "type": "string",
    "required": true,
    "description": {
      "en": "The host the caller addressed, without port.",
      "zh": "调用方访问的主机名，不含端口。"
    },
    "example": "imagesearch.cn-shanghai.aliyuncs.com",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Code",
    "type": "string",
    "required": true,
    "description": {
      "en": "The error code.",
      "zh": "错误码。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Message",
    "type": "string",
    "required": true,
    "description": {
      "en": "What went wrong.",
      "zh": "错误信息。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Recommend",
    "type": "string",
    "required": false,
    "description": {
      "en": "Where to read more about the code.",
      "zh": "该错误码的说明页面。"
    },
    "example": "https://api.aliyun.com/troubleshoot?q=UnsupportedPicPixels&product=ImageSearch",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "AccessDeniedDetail",
    "type": "object",
    "required": false,
    "description": {
      "en": "Only with `NoPermission`.",
      "zh": "仅随 `NoPermission` 返回。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  }
];

/** Fields of `AccessDeniedDetail`. */
export const accessDeniedDetailFields: readonly Field[] = [
  {
    "name": "AuthAction",
    "type": "string",
    "required": false,
    "description": {
      "en": "The action that was checked.",
      "zh": "鉴权的操作。"
    },
    "example": "xxx",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "AuthPrincipalDisplayName",
    "type": "string",
    "required": false,
    "description": {
      "en": "Display name of the caller.",
      "zh": "鉴权主体的显示名称。"
    },
    "example": "111",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "AuthPrincipalOwnerId",
    "type": "string",
    "required": false,
    "description": {
      "en": "Account the caller belongs to.",
      "zh": "鉴权主体所属主账号的 ID。"
    },
    "example": "222",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "AuthPrincipalType",
    "type": "string",
    "required": false,
    "description": {
      "en": "Kind of caller, e.g. `SubUser`.",
      "zh": "鉴权主体的类型，例如 `SubUser`。"
    },
    "example": "SubUser",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "EncodedDiagnosticMessage",
    "type": "string",
    "required": false,
    "description": {
      "en": "The full diagnosis, encoded.",
      "zh": "编码后的完整诊断信息。"
    },
    "example": "xxxxxx",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "NoPermissionType",
    "type": "string",
    "required": false,
    "description": {
      "en": "`ImplicitDeny`: no policy allows it. `ExplicitDeny`: a policy denies it.",
      "zh": "`ImplicitDeny`：未命中任何策略；`ExplicitDeny`：明确命中 Deny 策略。"
    },
    "example": "ImplicitDeny",
    "maxLength": null,
    "range": null,
    "values": [
      "ImplicitDeny",
      "ExplicitDeny"
    ]
  },
  {
    "name": "PolicyType",
    "type": "string",
    "required": false,
    "description": {
      "en": "Kind of the policy that decided.",
      "zh": "导致无权限的策略类型。"
    },
    "example": "AccountLevelIdentityBasedPolicy",
    "maxLength": null,
    "range": null,
    "values": null
  }
];

/** Parameters of AuthorizeFileUpload. */
export const authorizeFileUploadParameters: readonly Field[] = [
  {
    "name": "Product",
    "type": "string",
    "required": true,
    "description": {
      "en": "Product the upload is for.",
      "zh": "上传所属的产品。"
    },
    "example": "ImageSearch",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "RegionId",
    "type": "string",
    "required": false,
    "description": {
      "en": "Region of the instance.",
      "zh": "实例所在的地域。"
    },
    "example": "cn-shanghai",
    "maxLength": null,
    "range": null,
    "values": null
  }
];

/** An action, for the reference. */
export interface ActionReference {
  readonly action: string;
  readonly version: string;
  readonly parameters: readonly Field[];
  readonly result: readonly Field[];
}

/** Every action, with the texts of its parameters and fields. */
export const actionReferences: readonly ActionReference[] = [
  {
    "action": "CompareSimilarByImage",
    "version": "2020-12-14",
    "parameters": [
      {
        "name": "InstanceName",
        "type": "string",
        "required": true,
        "description": {
          "en": "Name (not the ID) of the image search instance: at most 20 characters of any script, no spaces or control characters.",
          "zh": "图搜实例的名称，不是实例 ID：最多 20 个字符，文字不限，不含空格与控制字符。"
        },
        "example": "demoinstance1",
        "maxLength": 20,
        "range": null,
        "values": null
      },
      {
        "name": "PrimaryPicContent",
        "type": "string",
        "required": true,
        "description": {
          "en": "First picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over.",
          "zh": "第一张图片：文件字节的 Base64。格式：PNG、JPG、JPEG、BMP、GIF、WEBP、TIFF、PPM。文件不超过 4 MB（4,194,304 字节），即 Base64 不超过 5,592,408 个字符。宽与高：商品、通用、家具、五金、版权类实例为 100 至 4096 像素；商标类实例为 200 至 4095 像素；布料类实例为 448 至 4096 像素。不得带旋转标记（EXIF 或 XMP 方向值 2 至 8）。整个请求须在 5 秒内传完。在表单中，`+`、`/`、`=` 须写作 `%2B`、`%2F`、`%3D`。官方 SDK（仅 V3 版本）改用同名并以 `Object` 结尾的字段接收数据流，通过上传提交；SDK 不接受 URL：请打开该 URL 的数据流后传入。"
        },
        "example": "iVBORw0KGgoAAAANSUhEUgAAAPcAAAEVCAYAAAA8d3NuAAAAAXNSR0IArs4c6QAAAARnQU1BAACx",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "SecondaryPicContent",
        "type": "string",
        "required": true,
        "description": {
          "en": "Second picture: Base64 of the file's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`. The official SDKs, in their V3 versions only, take a stream in the field of the same name with `Object` at its end and hand it over by uploading it; they take no URL: open the URL's stream and hand that over.",
          "zh": "第二张图片：文件字节的 Base64。格式：PNG、JPG、JPEG、BMP、GIF、WEBP、TIFF、PPM。文件不超过 4 MB（4,194,304 字节），即 Base64 不超过 5,592,408 个字符。宽与高：商品、通用、家具、五金、版权类实例为 100 至 4096 像素；商标类实例为 200 至 4095 像素；布料类实例为 448 至 4096 像素。不得带旋转标记（EXIF 或 XMP 方向值 2 至 8）。整个请求须在 5 秒内传完。在表单中，`+`、`/`、`=` 须写作 `%2B`、`%2F`、`%3D`。官方 SDK（仅 V3 版本）改用同名并以 `Object` 结尾的字段接收数据流，通过上传提交；SDK 不接受 URL：请打开该 URL 的数据流后传入。"
        },
        "example": "iVBORw0KGgoAAAANSUhEUgAAAPcAAAEVCAYAAAA8d3NuAAAAAXNSR0IArs4c6QAAAARnQU1BAACx",
        "maxLength": null,
        "range": null,
        "values": null
      }
    ],
    "result": [
      {
        "name": "Score",
        "type": "number",
        "required": true,
        "description": {
          "en": "Similarity of the two pictures, 0 (nothing in common) to 1 (the same pixels).",
          "zh": "两张图片的相似度，0（毫无共同之处）到 1（像素完全相同）。"
        },
        "example": 0.85,
        "maxLength": null,
        "range": [
          0,
          1
        ],
        "values": null
      },
      {
        "name": "Success",
        "type": "boolean",
        "required": true,
        "description": {
          "en": "Whether the request succeeded.",
          "zh": "请求是否成功。"
        },
        "example": true,
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "RequestId",
        "type": "string",
        "required": true,
        "description": {
          "en": "Upper-case UUID of this request.",
          "zh": "本次请求的 ID，大写 UUID。"
        },
        "example": "B3137727-7D6E-488C-BA21-0E034C38A879",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "Msg",
        "type": "string",
        "required": true,
        "description": {
          "en": "`success`.",
          "zh": "固定为 `success`。"
        },
        "example": "success",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "AccessDeniedDetail",
        "type": "object",
        "required": false,
        "description": {
          "en": "Belongs to refusals; the public page shows it on success too. Left out by the engine on success.",
          "zh": "鉴权信息，属于被拒绝的请求；公开页面在成功示例中也列出。本引擎成功时不返回。"
        },
        "example": null,
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "Code",
        "type": "integer",
        "required": true,
        "description": {
          "en": "The number 0.",
          "zh": "数字 0 表示成功。"
        },
        "example": 0,
        "maxLength": null,
        "range": null,
        "values": null
      }
    ]
  },
  {
    "action": "AuthorizeFileUpload",
    "version": "2019-12-19",
    "parameters": [
      {
        "name": "Product",
        "type": "string",
        "required": true,
        "description": {
          "en": "Product the upload is for.",
          "zh": "上传所属的产品。"
        },
        "example": "ImageSearch",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "RegionId",
        "type": "string",
        "required": false,
        "description": {
          "en": "Region of the instance.",
          "zh": "实例所在的地域。"
        },
        "example": "cn-shanghai",
        "maxLength": null,
        "range": null,
        "values": null
      }
    ],
    "result": [
      {
        "name": "RequestId",
        "type": "string",
        "required": true,
        "description": {
          "en": "Upper-case UUID of this request.",
          "zh": "本次请求的 ID，大写 UUID。"
        },
        "example": "B3137727-7D6E-488C-BA21-0E034C38A879",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "AccessKeyId",
        "type": "string",
        "required": true,
        "description": {
          "en": "Opaque; sent back as `OSSAccessKeyId`.",
          "zh": "不透明值，上传时作为 `OSSAccessKeyId` 原样返回。"
        },
        "example": "semblance-upload",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "Bucket",
        "type": "string",
        "required": true,
        "description": {
          "en": "First label of the upload host.",
          "zh": "上传主机名的第一段。"
        },
        "example": "127",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "Endpoint",
        "type": "string",
        "required": true,
        "description": {
          "en": "Rest of the upload host, with port.",
          "zh": "上传主机名的其余部分，含端口。"
        },
        "example": "0.0.1:8080",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "EncodedPolicy",
        "type": "string",
        "required": true,
        "description": {
          "en": "Base64 of the policy document.",
          "zh": "策略文档的 Base64。"
        },
        "example": "eyJleHBpcmF0aW9uIjoiMjAyNi0wMS0wOVQwODoxMDowMFoifQ==",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "Signature",
        "type": "string",
        "required": true,
        "description": {
          "en": "Base64 of the HMAC-SHA1 over `EncodedPolicy`.",
          "zh": "对 `EncodedPolicy` 计算 HMAC-SHA1，再作 Base64 编码。"
        },
        "example": "rJ0cQnYk1jQ9C1lCNqM0tqfXk0c=",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "ObjectKey",
        "type": "string",
        "required": true,
        "description": {
          "en": "Key of the object: random, single-use, short-lived.",
          "zh": "对象名：随机、一次性、短时有效。"
        },
        "example": "imagesearch/2c0f6f9b5f6e4d0f",
        "maxLength": null,
        "range": null,
        "values": null
      },
      {
        "name": "UseAccelerate",
        "type": "boolean",
        "required": true,
        "description": {
          "en": "Always `false`.",
          "zh": "固定为 `false`。"
        },
        "example": false,
        "maxLength": null,
        "range": null,
        "values": null
      }
    ]
  }
];

/** Fields of AuthorizeFileUpload's answer. */
export const authorizeFileUploadFields: readonly Field[] = [
  {
    "name": "RequestId",
    "type": "string",
    "required": true,
    "description": {
      "en": "Upper-case UUID of this request.",
      "zh": "本次请求的 ID，大写 UUID。"
    },
    "example": "B3137727-7D6E-488C-BA21-0E034C38A879",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "AccessKeyId",
    "type": "string",
    "required": true,
    "description": {
      "en": "Opaque; sent back as `OSSAccessKeyId`.",
      "zh": "不透明值，上传时作为 `OSSAccessKeyId` 原样返回。"
    },
    "example": "semblance-upload",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Bucket",
    "type": "string",
    "required": true,
    "description": {
      "en": "First label of the upload host.",
      "zh": "上传主机名的第一段。"
    },
    "example": "127",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Endpoint",
    "type": "string",
    "required": true,
    "description": {
      "en": "Rest of the upload host, with port.",
      "zh": "上传主机名的其余部分，含端口。"
    },
    "example": "0.0.1:8080",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "EncodedPolicy",
    "type": "string",
    "required": true,
    "description": {
      "en": "Base64 of the policy document.",
      "zh": "策略文档的 Base64。"
    },
    "example": "eyJleHBpcmF0aW9uIjoiMjAyNi0wMS0wOVQwODoxMDowMFoifQ==",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Signature",
    "type": "string",
    "required": true,
    "description": {
      "en": "Base64 of the HMAC-SHA1 over `EncodedPolicy`.",
      "zh": "对 `EncodedPolicy` 计算 HMAC-SHA1，再作 Base64 编码。"
    },
    "example": "rJ0cQnYk1jQ9C1lCNqM0tqfXk0c=",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "ObjectKey",
    "type": "string",
    "required": true,
    "description": {
      "en": "Key of the object: random, single-use, short-lived.",
      "zh": "对象名：随机、一次性、短时有效。"
    },
    "example": "imagesearch/2c0f6f9b5f6e4d0f",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "UseAccelerate",
    "type": "boolean",
    "required": true,
    "description": {
      "en": "Always `false`.",
      "zh": "固定为 `false`。"
    },
    "example": false,
    "maxLength": null,
    "range": null,
    "values": null
  }
];

/** Fields of the upload form. */
export const postObjectFields: readonly Field[] = [
  {
    "name": "OSSAccessKeyId",
    "type": "string",
    "required": true,
    "description": {
      "en": "The authorisation's `AccessKeyId`.",
      "zh": "授权返回的 `AccessKeyId`。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "policy",
    "type": "string",
    "required": true,
    "description": {
      "en": "The authorisation's `EncodedPolicy`.",
      "zh": "授权返回的 `EncodedPolicy`。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Signature",
    "type": "string",
    "required": true,
    "description": {
      "en": "The authorisation's `Signature`.",
      "zh": "授权返回的 `Signature`。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "key",
    "type": "string",
    "required": true,
    "description": {
      "en": "The authorisation's `ObjectKey`.",
      "zh": "授权返回的 `ObjectKey`。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "success_action_status",
    "type": "string",
    "required": false,
    "description": {
      "en": "Status the caller wants on success: `200`, `201` or `204`; anything else counts as `204`.",
      "zh": "成功时期望的状态码：`200`、`201` 或 `204`；其他取值按 `204` 处理。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "file",
    "type": "binary",
    "required": true,
    "description": {
      "en": "The picture's bytes. Formats: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM. At most 4 MB (4,194,304 bytes) as a file, so 5,592,408 characters of Base64. Width and height: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances. No rotation flag (orientation 2 to 8 in EXIF or XMP). The whole request has to arrive within 5 seconds. In a form `+`, `/` and `=` are sent as `%2B`, `%2F` and `%3D`.",
      "zh": "图片文件的字节。格式：PNG、JPG、JPEG、BMP、GIF、WEBP、TIFF、PPM。文件不超过 4 MB（4,194,304 字节），即 Base64 不超过 5,592,408 个字符。宽与高：商品、通用、家具、五金、版权类实例为 100 至 4096 像素；商标类实例为 200 至 4095 像素；布料类实例为 448 至 4096 像素。不得带旋转标记（EXIF 或 XMP 方向值 2 至 8）。整个请求须在 5 秒内传完。在表单中，`+`、`/`、`=` 须写作 `%2B`、`%2F`、`%3D`。"
    },
    "example": null,
    "maxLength": null,
    "range": null,
    "values": null
  }
];

/** Fields of the answer to an upload. */
export const postResponseFields: readonly Field[] = [
  {
    "name": "Bucket",
    "type": "string",
    "required": true,
    "description": {
      "en": "First label of the upload host.",
      "zh": "上传主机名的第一段。"
    },
    "example": "127",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Location",
    "type": "string",
    "required": true,
    "description": {
      "en": "Address of the object.",
      "zh": "对象的地址。"
    },
    "example": "http://127.0.0.1:8080/imagesearch/2c0f6f9b5f6e4d0f",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "Key",
    "type": "string",
    "required": true,
    "description": {
      "en": "Key of the object.",
      "zh": "对象名。"
    },
    "example": "imagesearch/2c0f6f9b5f6e4d0f",
    "maxLength": null,
    "range": null,
    "values": null
  },
  {
    "name": "ETag",
    "type": "string",
    "required": true,
    "description": {
      "en": "MD5 of the file, upper-case hex, in quotes.",
      "zh": "文件的 MD5，大写十六进制，带引号。"
    },
    "example": "\"5EB63BBBE01EEED093CB22BB8F5ACDC3\"",
    "maxLength": null,
    "range": null,
    "values": null
  }
];

/** A point on which the public documentation is contradictory or silent. */
export interface ContractNote {
  readonly id: string;
  readonly title: Bilingual;
  readonly record: Bilingual;
  readonly choice: Bilingual;
}

/** Unclear points of the public documentation and the contract's decision on each. */
export const contractNotes: readonly ContractNote[] = [
  {
    "id": "instance-status-error",
    "title": {
      "en": "Status of InstanceStatusError",
      "zh": "InstanceStatusError 的状态码"
    },
    "record": {
      "en": "400 on the operation's page, 409 in the service-wide table.",
      "zh": "操作页面为 400，服务级错误码表为 409。"
    },
    "choice": {
      "en": "400.",
      "zh": "采用 400。"
    }
  },
  {
    "id": "picture-url",
    "title": {
      "en": "Pictures by URL",
      "zh": "以 URL 传图"
    },
    "record": {
      "en": "The page says that no URL can be passed; the official client's Advance call puts a URL it was handed by the server into the content parameter.",
      "zh": "页面说明不支持传 URL；官方客户端的 Advance 调用却会把服务端给出的 URL 放进图片参数。"
    },
    "choice": {
      "en": "Only addresses this server issued are accepted; no other URL is ever fetched.",
      "zh": "仅接受本服务签发的地址，其他 URL 一律不访问。"
    }
  },
  {
    "id": "two-envelopes",
    "title": {
      "en": "Two envelopes",
      "zh": "两种应答结构"
    },
    "record": {
      "en": "Success carries the number `Code` 0 and `Msg`; a failure carries the string `Code`, `Message`, `HostId` and `Recommend`. The page shows only the first.",
      "zh": "成功时 `Code` 为数字 0 并有 `Msg`；失败时 `Code` 为字符串，并有 `Message`、`HostId`、`Recommend`。页面只展示了前者。"
    },
    "choice": {
      "en": "Two schemas.",
      "zh": "分为两个结构。"
    }
  },
  {
    "id": "pixel-limits",
    "title": {
      "en": "Pixel limits",
      "zh": "像素限制"
    },
    "record": {
      "en": "The page gives 100 to 4096 for product and generic search; other service types have other ranges.",
      "zh": "页面给出商品与通用搜索为 100 至 4096；其他服务类型的范围不同。"
    },
    "choice": {
      "en": "The range depends on the instance's service type.",
      "zh": "范围取决于实例的服务类型。"
    }
  },
  {
    "id": "access-denied-detail",
    "title": {
      "en": "AccessDeniedDetail on success",
      "zh": "成功应答中的 AccessDeniedDetail"
    },
    "record": {
      "en": "The page's examples of success carry it; it belongs to refusals.",
      "zh": "页面的成功示例包含该字段，而它属于拒绝应答。"
    },
    "choice": {
      "en": "Optional in the schema of success; the engine leaves it out.",
      "zh": "在成功结构中为可选；本引擎成功时不返回。"
    }
  },
  {
    "id": "xml-media-type",
    "title": {
      "en": "Media type of XML",
      "zh": "XML 的媒体类型"
    },
    "record": {
      "en": "The page prints application/xml; the official clients read an XML error only under exactly text/xml;charset=utf-8.",
      "zh": "页面为 application/xml；官方客户端只识别 text/xml;charset=utf-8 的 XML 错误。"
    },
    "choice": {
      "en": "text/xml;charset=utf-8, unless the caller's Accept names application/xml.",
      "zh": "返回 text/xml;charset=utf-8；调用方的 Accept 指明 application/xml 时除外。"
    }
  },
  {
    "id": "four-megabytes",
    "title": {
      "en": "4 MB",
      "zh": "4 MB 的含义"
    },
    "record": {
      "en": "4,000,000 or 4,194,304 bytes is not said.",
      "zh": "未说明是 4,000,000 还是 4,194,304 字节。"
    },
    "choice": {
      "en": "Up to 4,194,304 bytes are accepted.",
      "zh": "接受不超过 4,194,304 字节。"
    }
  },
  {
    "id": "two-format-codes",
    "title": {
      "en": "UnsupportedPicFormat and UnsupportedPictureFormat",
      "zh": "UnsupportedPicFormat 与 UnsupportedPictureFormat"
    },
    "record": {
      "en": "Two codes whose messages differ only in wording.",
      "zh": "两个错误码的信息仅措辞不同。"
    },
    "choice": {
      "en": "The first for files that are not pictures, the second for pictures of formats or variants that are not accepted.",
      "zh": "前者用于根本不是图片的内容，后者用于不可用的图片格式或变体。"
    }
  },
  {
    "id": "order-of-checks",
    "title": {
      "en": "Order of checks",
      "zh": "检查顺序"
    },
    "record": {
      "en": "Which code a request with several faults gets is not said.",
      "zh": "请求存在多处错误时返回哪个错误码未作说明。"
    },
    "choice": {
      "en": "One fixed order, from transport to pixels; the first picture before the second.",
      "zh": "采用固定顺序，从传输到像素；先检查第一张图片，再检查第二张。"
    }
  },
  {
    "id": "default-format",
    "title": {
      "en": "Default answer format of V1",
      "zh": "V1 请求的默认返回格式"
    },
    "record": {
      "en": "An older page says JSON, the current one XML.",
      "zh": "旧版页面为 JSON，现行页面为 XML。"
    },
    "choice": {
      "en": "XML for a V1 request without Format; JSON for V3.",
      "zh": "未传 Format 的 V1 请求返回 XML，V3 请求返回 JSON。"
    }
  },
  {
    "id": "pic-not-exist",
    "title": {
      "en": "Meaning of PicNotExist",
      "zh": "PicNotExist 的含义"
    },
    "record": {
      "en": "The message says that the image does not exist, the page's Chinese description that no picture was specified, which is NoSpecifiedPic's description too.",
      "zh": "错误信息为“图片不存在”，页面的中文描述却是“图片未指定”，与 NoSpecifiedPic 的描述相同。"
    },
    "choice": {
      "en": "As the message says: an address this server issued leads to no picture. A picture that is missing from the request is NoSpecifiedPic.",
      "zh": "以错误信息为准：本服务签发的地址没有对应的图片。请求中缺少图片时返回 NoSpecifiedPic。"
    }
  },
  {
    "id": "instance-over-quota",
    "title": {
      "en": "Meaning of InstanceOverQuota",
      "zh": "InstanceOverQuota 的含义"
    },
    "record": {
      "en": "The message speaks of items, the page's Chinese description of the pictures an instance holds: those of a search index, which a comparison never adds to.",
      "zh": "错误信息说的是条目数，页面的中文描述说的是实例的图片数量，即检索库中的图片，而比对从不添加图片。"
    },
    "choice": {
      "en": "The pictures an instance holds are its uploads: the code is answered when their quota is full.",
      "zh": "实例持有的图片即其上传对象：配额已满时返回该错误码。"
    }
  },
  {
    "id": "sdk-streams",
    "title": {
      "en": "Pictures by SDK",
      "zh": "以 SDK 传图"
    },
    "record": {
      "en": "The page says that only V3 SDKs support the action, that they take a stream as PrimaryPicContentObject and turn it into Base64. The SDKs upload the stream instead and send its address; clients of the older signature can call the action with Base64.",
      "zh": "页面说明仅支持 V3 版本 SDK，图片以流的形式传给 PrimaryPicContentObject，并由 SDK 转为 Base64。SDK 实际上是上传该流并传递其地址；旧版签名的客户端也能以 Base64 调用。"
    },
    "choice": {
      "en": "Both ways are served: Base64 in the field, or an upload and its address.",
      "zh": "两种方式均支持：字段中传 Base64，或上传后传地址。"
    }
  }
];
