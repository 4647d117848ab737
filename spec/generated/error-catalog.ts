// Generated from spec/*.tsp by `npm run generate`. Do not edit; change the contract instead.

import type { ErrorCode, GatewayErrorCode, OperationErrorCode, Retry, UploadErrorCode } from './error-policy.ts';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** Where the reason for an error lies. */
export type ErrorCause = 'time-out' | 'picture' | 'instance' | 'other-operation' | 'request' | 'upload' | 'permission' | 'flow-control' | 'engine' | 'credentials' | 'signature' | 'transport';

/** One entry of the catalogue. */
export interface ErrorEntry<Code extends string = string> {
  readonly code: Code;
  readonly family: 'operation' | 'gateway' | 'upload';
  readonly httpStatus: number;
  /** The exact message on the wire. */
  readonly message: string;
  /** The action page's own Chinese description; `null` for codes that are not on the page. */
  readonly pageDescription: string | null;
  readonly meaning: Bilingual;
  /** When the engine answers it. */
  readonly trigger: Bilingual;
  /** How to fix it. */
  readonly fix: Bilingual;
  readonly cause: ErrorCause;
  /** Which picture it is about. */
  readonly picture: 'none' | 'primary' | 'secondary' | 'either';
  readonly retry: Retry;
  readonly reach: 'real' | 'optional' | 'simulated';
  /** The part of the engine that answers an optional code. */
  readonly part: string | null;
  /** Search terms in both languages. */
  readonly search: { readonly en: readonly string[]; readonly zh: readonly string[] };
  /** Last path segment of the code's page. */
  readonly slug: string;
}

/** The 39 codes of the operation. */
export const operationErrors: { readonly [Code in OperationErrorCode]: ErrorEntry<Code> } = {
  "SearchTimeout": {
    "code": "SearchTimeout",
    "family": "operation",
    "httpStatus": 400,
    "message": "The request timed out.",
    "pageDescription": "请求超时",
    "meaning": {
      "en": "The request as a whole took longer than the service allows.",
      "zh": "整个请求的处理时间超过了服务允许的上限。"
    },
    "trigger": {
      "en": "The overall deadline passed while the request waited in the queue or while the pictures were compared.",
      "zh": "请求在排队或比对图片时超过了总时限。"
    },
    "fix": {
      "en": "Try again after a pause; if it keeps happening, send fewer requests at once or give the engine more cores.",
      "zh": "稍后重试；若频繁出现，请降低并发，或为引擎增加处理器核心。"
    },
    "cause": "time-out",
    "picture": "none",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "timeout",
        "timed out",
        "took too long",
        "deadline exceeded",
        "slow response",
        "hangs"
      ],
      "zh": [
        "超时",
        "请求超时",
        "太慢",
        "响应慢",
        "卡住"
      ]
    },
    "slug": "searchtimeout"
  },
  "TimeoutForTransferImage": {
    "code": "TimeoutForTransferImage",
    "family": "operation",
    "httpStatus": 400,
    "message": "Image transfer timed out.",
    "pageDescription": "客户端图片传输超时",
    "meaning": {
      "en": "The pictures did not arrive within the time allowed for the transfer.",
      "zh": "图片没有在规定的传输时间内到达。"
    },
    "trigger": {
      "en": "The request body was not complete within 5 seconds, or reading an uploaded object took longer than that.",
      "zh": "请求体未能在 5 秒内传完，或读取已上传对象的时间超过 5 秒。"
    },
    "fix": {
      "en": "Send smaller pictures or use a faster connection: the whole request has to arrive within 5 seconds. One retry is worthwhile.",
      "zh": "请发送更小的图片或改善网络：整个请求须在 5 秒内传完。可以重试一次。"
    },
    "cause": "time-out",
    "picture": "none",
    "retry": "once",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "slow upload",
        "upload timeout",
        "transfer too slow",
        "slow connection",
        "body incomplete",
        "network too slow",
        "how long may an upload take",
        "upload time limit"
      ],
      "zh": [
        "传输超时",
        "上传超时",
        "上传太慢",
        "网络太慢",
        "网速慢",
        "上传图片太慢",
        "上传最长多久"
      ]
    },
    "slug": "timeoutfortransferimage"
  },
  "UnsupportedPicFormat": {
    "code": "UnsupportedPicFormat",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified image format is invalid.",
    "pageDescription": "无效的图片格式",
    "meaning": {
      "en": "The content is not a picture of any known format.",
      "zh": "内容不是任何已知格式的图片。"
    },
    "trigger": {
      "en": "The first bytes match no picture format: text, HTML, an archive, random data.",
      "zh": "文件开头的字节不符合任何图片格式，例如文本、HTML、压缩包或随机数据。"
    },
    "fix": {
      "en": "Check that the Base64 holds the bytes of the picture file itself, not a path, a page or an error message. Accepted: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM.",
      "zh": "请确认 Base64 编码的是图片文件本身的字节，而不是路径、网页或报错内容。可用格式：PNG、JPG、JPEG、BMP、GIF、WEBP、TIFF、PPM。"
    },
    "cause": "picture",
    "picture": "either",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "not an image",
        "not a picture",
        "invalid image",
        "unreadable file",
        "html instead of a picture",
        "wrong file type",
        "empty file"
      ],
      "zh": [
        "不是图片",
        "图片无效",
        "无效图片",
        "文件类型不对",
        "无法识别的图片",
        "空文件"
      ]
    },
    "slug": "unsupportedpicformat"
  },
  "UnsupportedPicPixels": {
    "code": "UnsupportedPicPixels",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified pixels is not supported.",
    "pageDescription": "图片像素值不支持",
    "meaning": {
      "en": "Width or height is outside the range of the instance's service type.",
      "zh": "图片的宽或高超出了实例服务类型允许的范围。"
    },
    "trigger": {
      "en": "The picture's header declares a side that is too short or too long; it is read before anything is decoded.",
      "zh": "图片文件头声明的边长过短或过长；该检查在解码之前进行。"
    },
    "fix": {
      "en": "Resize the picture until width and height both fit: 100 to 4096 pixels for product, generic, furniture, hardware, copyright instances; 200 to 4095 pixels for trademark instances; 448 to 4096 pixels for fabric instances.",
      "zh": "请缩放图片，使宽和高都在范围内：商品、通用、家具、五金、版权类实例为 100 至 4096 像素；商标类实例为 200 至 4095 像素；布料类实例为 448 至 4096 像素。"
    },
    "cause": "picture",
    "picture": "either",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "too small",
        "too large",
        "resolution",
        "dimensions",
        "width",
        "height",
        "pixels",
        "image size in pixels",
        "min size",
        "max size",
        "resize",
        "thumbnail"
      ],
      "zh": [
        "像素",
        "分辨率",
        "尺寸",
        "宽高",
        "图片太小",
        "图片尺寸太大",
        "宽度",
        "高度",
        "缩放",
        "缩略图"
      ]
    },
    "slug": "unsupportedpicpixels"
  },
  "UnsupportedPictureFormat": {
    "code": "UnsupportedPictureFormat",
    "family": "operation",
    "httpStatus": 400,
    "message": "The format of the specified picture is not supported.",
    "pageDescription": "用户图片格式不支持",
    "meaning": {
      "en": "The content is a picture, but not one of the 8 accepted formats, or a variant of one that is not supported.",
      "zh": "内容是图片，但不属于 8 种可用格式，或属于其中不支持的变体。"
    },
    "trigger": {
      "en": "AVIF, HEIC, SVG, JPEG XL, PSD and the like; floating-point, 32-bit integer or old-style JPEG TIFF. Separating this code from UnsupportedPicFormat is our interpretation of the two messages.",
      "zh": "AVIF、HEIC、SVG、JPEG XL、PSD 等格式；浮点、32 位整数或旧式 JPEG 压缩的 TIFF。本错误码与 UnsupportedPicFormat 的划分是我们对两条错误信息的理解。"
    },
    "fix": {
      "en": "Convert the picture to JPEG or PNG. Accepted: PNG, JPG, JPEG, BMP, GIF, WEBP, TIFF, PPM.",
      "zh": "请将图片转换为 JPEG 或 PNG。可用格式：PNG、JPG、JPEG、BMP、GIF、WEBP、TIFF、PPM。"
    },
    "cause": "picture",
    "picture": "either",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "heic",
        "avif",
        "svg",
        "psd",
        "jpeg xl",
        "unsupported format",
        "which formats",
        "iphone photo",
        "file format not supported",
        "convert to jpeg",
        "image types",
        "allowed image types",
        "accepted formats"
      ],
      "zh": [
        "格式不支持",
        "支持哪些格式",
        "苹果照片",
        "转换格式",
        "转成 JPEG",
        "图片格式",
        "图片类型",
        "允许的格式"
      ]
    },
    "slug": "unsupportedpictureformat"
  },
  "Console.InstanceNotFound": {
    "code": "Console.InstanceNotFound",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified ImageSearch instance is not found.",
    "pageDescription": "查找不到实例，检查购买的实例ID是否正确。",
    "meaning": {
      "en": "No instance has this name.",
      "zh": "不存在该名称的实例。"
    },
    "trigger": {
      "en": "The name is well formed, but the registry of instances does not have it.",
      "zh": "实例名称格式正确，但实例列表中没有它。"
    },
    "fix": {
      "en": "Check the name in the console or in the engine's configuration, and that the endpoint is the instance's region.",
      "zh": "请在控制台或引擎配置中核对实例名称，并确认接入地址与实例所在地域一致。"
    },
    "cause": "instance",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "no such instance",
        "unknown instance",
        "instance does not exist",
        "wrong region",
        "wrong instance name"
      ],
      "zh": [
        "实例不存在",
        "找不到实例",
        "没有实例",
        "地域不对",
        "实例名写错"
      ]
    },
    "slug": "console-instancenotfound"
  },
  "Console.PidError": {
    "code": "Console.PidError",
    "family": "operation",
    "httpStatus": 400,
    "message": "The number of PID bindings of the current instance exceeds 50.",
    "pageDescription": "当前实例PID绑定数量超过50",
    "meaning": {
      "en": "The instance is bound to more than 50 affiliate PIDs.",
      "zh": "实例绑定的推广 PID 超过 50 个。"
    },
    "trigger": {
      "en": "It belongs to the affiliate edition's binding operation; a comparison never causes it.",
      "zh": "属于淘宝联盟版的 PID 绑定操作；图片比对不会触发。"
    },
    "fix": {
      "en": "Remove PID bindings you no longer need.",
      "zh": "请解除不再使用的 PID 绑定。"
    },
    "cause": "other-operation",
    "picture": "none",
    "retry": "never",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "too many pid",
        "pid limit",
        "affiliate"
      ],
      "zh": [
        "PID 过多",
        "PID 上限",
        "淘宝客"
      ]
    },
    "slug": "console-piderror"
  },
  "EmptyMeta": {
    "code": "EmptyMeta",
    "family": "operation",
    "httpStatus": 400,
    "message": "The body content has an empty meta field.",
    "pageDescription": "请求body含有空的字段",
    "meaning": {
      "en": "A required field of the body is present but empty.",
      "zh": "请求体中的必填字段存在，但内容为空。"
    },
    "trigger": {
      "en": "A required field other than the pictures was sent without a value, for example `InstanceName=`.",
      "zh": "图片以外的必填字段没有取值，例如 `InstanceName=`。"
    },
    "fix": {
      "en": "Give the field a value, or leave it out if it is optional.",
      "zh": "请为该字段填写内容；可选字段可直接不传。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "empty field",
        "empty parameter",
        "blank value",
        "empty value",
        "empty instance name"
      ],
      "zh": [
        "空字段",
        "参数为空",
        "字段为空",
        "空值",
        "没有值"
      ]
    },
    "slug": "emptymeta"
  },
  "IncorrectOrientation": {
    "code": "IncorrectOrientation",
    "family": "operation",
    "httpStatus": 400,
    "message": "The image contains incorrect rotation flags in the meta data.",
    "pageDescription": "图片包含不支持的旋转参数",
    "meaning": {
      "en": "The picture's metadata asks viewers to rotate or mirror it.",
      "zh": "图片的元数据要求查看时旋转或镜像。"
    },
    "trigger": {
      "en": "EXIF or XMP in the file carries an orientation from 2 to 8.",
      "zh": "文件中的 EXIF 或 XMP 方向值为 2 到 8。"
    },
    "fix": {
      "en": "Apply the rotation to the pixels and remove the flag; most image tools call this auto-orient.",
      "zh": "请将旋转应用到像素并清除该标记，多数图像工具称之为“自动旋正”(auto-orient)。"
    },
    "cause": "picture",
    "picture": "either",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "rotated",
        "sideways",
        "upside down",
        "exif",
        "exif orientation",
        "orientation",
        "phone photo rotated",
        "auto-orient",
        "turned picture"
      ],
      "zh": [
        "旋转",
        "方向",
        "横着",
        "倒着",
        "手机照片",
        "照片方向",
        "旋转标记",
        "EXIF 方向"
      ]
    },
    "slug": "incorrectorientation"
  },
  "InstanceOverQuota": {
    "code": "InstanceOverQuota",
    "family": "operation",
    "httpStatus": 400,
    "message": "The number of items exceeds the limit.",
    "pageDescription": "实例的图片数量超过限制值",
    "meaning": {
      "en": "The instance holds as many pictures as it may.",
      "zh": "实例中的图片数量已达上限。"
    },
    "trigger": {
      "en": "The instance's quota of stored uploads is full when another upload is authorised or posted.",
      "zh": "授权或提交新的上传时，实例的上传对象配额已满。"
    },
    "fix": {
      "en": "Wait until earlier uploads were used or have expired, or raise the instance's object quota.",
      "zh": "请等待之前的上传被使用或过期，或提高实例的对象配额。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": "upload store",
    "search": {
      "en": [
        "quota",
        "quota exceeded",
        "too many uploads",
        "storage full",
        "object limit",
        "too many images"
      ],
      "zh": [
        "配额",
        "超出配额",
        "数量超限",
        "上传过多",
        "存储已满",
        "图片太多"
      ]
    },
    "slug": "instanceoverquota"
  },
  "InstanceStatusError": {
    "code": "InstanceStatusError",
    "family": "operation",
    "httpStatus": 400,
    "message": "The current instance status does not support this operation.",
    "pageDescription": "实例状态不可用",
    "meaning": {
      "en": "The instance exists but cannot serve now.",
      "zh": "实例存在，但当前状态不可用。"
    },
    "trigger": {
      "en": "The instance is suspended, expired or being drained, or its model is still loading.",
      "zh": "实例已停用、已过期、正在下线，或其模型仍在加载。"
    },
    "fix": {
      "en": "Renew or resume the instance; retry only when the answer says when, by `Retry-After`.",
      "zh": "请续费或恢复实例；仅当应答带有 `Retry-After` 时再重试。"
    },
    "cause": "instance",
    "picture": "none",
    "retry": "retry-after",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "expired instance",
        "suspended",
        "instance stopped",
        "overdue",
        "not ready",
        "model still loading",
        "renew"
      ],
      "zh": [
        "实例过期",
        "实例停用",
        "欠费",
        "续费",
        "未就绪",
        "模型加载中",
        "实例状态"
      ]
    },
    "slug": "instancestatuserror"
  },
  "InvalidInstance": {
    "code": "InvalidInstance",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified instance name is invalid.",
    "pageDescription": "实例名错误",
    "meaning": {
      "en": "What was sent cannot be an instance name.",
      "zh": "传入的内容不可能是实例名称。"
    },
    "trigger": {
      "en": "The name is longer than 20 characters, has control characters or spaces, or is an instance ID.",
      "zh": "名称超过 20 个字符、含有控制字符或空格，或者填成了实例 ID。"
    },
    "fix": {
      "en": "Send the instance's name as shown in the console, not its ID: at most 20 characters, no spaces.",
      "zh": "请填写控制台中显示的实例名称，而不是实例 ID：最多 20 个字符，不含空格。"
    },
    "cause": "instance",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "instance id instead of name",
        "instance id",
        "name too long",
        "invalid name",
        "bad instance name"
      ],
      "zh": [
        "实例 ID",
        "用了 ID",
        "名称过长",
        "名称无效",
        "实例名不合法",
        "实例名称"
      ]
    },
    "slug": "invalidinstance"
  },
  "InvalidPicContent": {
    "code": "InvalidPicContent",
    "family": "operation",
    "httpStatus": 400,
    "message": "The image size exceeds 4 MB.",
    "pageDescription": "图片大小超过4M",
    "meaning": {
      "en": "The picture file is larger than 4 MB.",
      "zh": "图片文件超过 4 MB。"
    },
    "trigger": {
      "en": "After Base64 decoding the file has more than 4,194,304 bytes.",
      "zh": "Base64 解码后的文件超过 4,194,304 字节。"
    },
    "fix": {
      "en": "Shrink the picture or save it with stronger compression until the file has at most 4 MB (4,194,304 bytes). The limit applies to the file, not to its Base64.",
      "zh": "请缩小图片或提高压缩率，使文件不超过 4 MB（4,194,304 字节）。该限制针对文件本身，而不是其 Base64 文本。"
    },
    "cause": "picture",
    "picture": "either",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "too big",
        "file too large",
        "file size",
        "max file size",
        "max image size",
        "size limit",
        "larger than 4 MB",
        "compress",
        "image too large",
        "megabytes"
      ],
      "zh": [
        "图片太大",
        "图片过大",
        "文件太大",
        "文件大小",
        "大小限制",
        "超过 4 MB",
        "压缩",
        "最大多少",
        "体积过大",
        "图片最大"
      ]
    },
    "slug": "invalidpiccontent"
  },
  "InvalidPicUrl": {
    "code": "InvalidPicUrl",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified parameter PicUrl is not valid.",
    "pageDescription": "无效的PicUrl参数",
    "meaning": {
      "en": "The content is a URL that this service did not issue.",
      "zh": "内容是一个 URL，但不是本服务签发的地址。"
    },
    "trigger": {
      "en": "A picture parameter holds a URL other than the address of an authorised upload. Such URLs are never fetched.",
      "zh": "图片参数中是 URL，但不是已授权上传的地址。此类 URL 一律不会被访问。"
    },
    "fix": {
      "en": "Send the picture's bytes as Base64, or upload it by the client's Advance call.",
      "zh": "请发送图片字节的 Base64，或使用客户端的 Advance 方法上传。"
    },
    "cause": "upload",
    "picture": "either",
    "retry": "never",
    "reach": "real",
    "part": "upload store",
    "search": {
      "en": [
        "url instead of base64",
        "link instead of picture",
        "image url",
        "send url",
        "http address",
        "oss url",
        "picture address"
      ],
      "zh": [
        "传 URL",
        "图片链接",
        "图片地址",
        "用链接",
        "网址",
        "OSS 地址"
      ]
    },
    "slug": "invalidpicurl"
  },
  "NeedRegisterBeforeInvoke": {
    "code": "NeedRegisterBeforeInvoke",
    "family": "operation",
    "httpStatus": 400,
    "message": "Register for PID before invoking the service.",
    "pageDescription": "调用前需要先注册pid",
    "meaning": {
      "en": "The affiliate edition requires a registered PID.",
      "zh": "淘宝联盟版要求先注册 PID。"
    },
    "trigger": {
      "en": "It belongs to the affiliate edition; a comparison never causes it.",
      "zh": "属于淘宝联盟版；图片比对不会触发。"
    },
    "fix": {
      "en": "Register the PID with the instance first.",
      "zh": "请先为实例注册 PID。"
    },
    "cause": "other-operation",
    "picture": "none",
    "retry": "never",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "register pid",
        "pid not registered"
      ],
      "zh": [
        "注册 PID",
        "未注册 PID"
      ]
    },
    "slug": "needregisterbeforeinvoke"
  },
  "NoCaretSeperator": {
    "code": "NoCaretSeperator",
    "family": "operation",
    "httpStatus": 400,
    "message": "The body content is missing the ^ separator.",
    "pageDescription": "请求body缺少特定符号",
    "meaning": {
      "en": "A body of the older interface lacks its separator.",
      "zh": "旧版接口的请求体缺少分隔符。"
    },
    "trigger": {
      "en": "It belongs to the older interface, whose body is `meta^pictures`; a form body has no such separator. The spelling of the code is the wire's.",
      "zh": "属于旧版接口，其请求体形如 `meta^图片列表`；表单请求体没有该分隔符。错误码的拼写以线上为准。"
    },
    "fix": {
      "en": "Send the parameters as a form.",
      "zh": "请以表单形式发送参数。"
    },
    "cause": "other-operation",
    "picture": "none",
    "retry": "never",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "caret",
        "separator missing",
        "body separator",
        "legacy body"
      ],
      "zh": [
        "分隔符",
        "缺少 ^",
        "旧版请求体"
      ]
    },
    "slug": "nocaretseperator"
  },
  "NoSpecifiedPic": {
    "code": "NoSpecifiedPic",
    "family": "operation",
    "httpStatus": 400,
    "message": "The content of an image is not specified in the HTTP POST body.",
    "pageDescription": "图片未指定",
    "meaning": {
      "en": "One of the two pictures is missing.",
      "zh": "两张图片中缺少一张。"
    },
    "trigger": {
      "en": "PrimaryPicContent or SecondaryPicContent is absent or empty.",
      "zh": "PrimaryPicContent 或 SecondaryPicContent 未传或为空。"
    },
    "fix": {
      "en": "Send both pictures in the form body, each as Base64 of its file, as `PrimaryPicContent` and `SecondaryPicContent`; upper and lower case count.",
      "zh": "请在表单请求体中同时发送两张图片，各为其文件的 Base64，参数名为 `PrimaryPicContent` 与 `SecondaryPicContent`，区分大小写。"
    },
    "cause": "request",
    "picture": "either",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "no picture",
        "missing picture",
        "only one picture",
        "picture empty",
        "parameter name wrong",
        "content missing",
        "picture not sent"
      ],
      "zh": [
        "没有图片",
        "缺少图片",
        "只有一张图片",
        "图片为空",
        "没传图片",
        "未传图片",
        "参数名写错"
      ]
    },
    "slug": "nospecifiedpic"
  },
  "PicNotExist": {
    "code": "PicNotExist",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified image does not exist.",
    "pageDescription": "图片未指定",
    "meaning": {
      "en": "The uploaded picture is not, or no longer, there.",
      "zh": "所引用的上传图片不存在或已失效。"
    },
    "trigger": {
      "en": "The address was issued by this service, but nothing was uploaded to it, it has expired or was used, or it belongs to another caller.",
      "zh": "该地址由本服务签发，但尚未上传、已过期、已被使用，或属于其他调用方。"
    },
    "fix": {
      "en": "Authorise and upload the picture again, then compare at once.",
      "zh": "请重新授权并上传图片，然后立即发起比对。"
    },
    "cause": "upload",
    "picture": "either",
    "retry": "never",
    "reach": "real",
    "part": "upload store",
    "search": {
      "en": [
        "uploaded picture gone",
        "object expired",
        "upload expired",
        "picture not found",
        "image does not exist",
        "upload missing"
      ],
      "zh": [
        "图片不存在",
        "找不到图片",
        "上传已过期",
        "对象不存在",
        "未上传"
      ]
    },
    "slug": "picnotexist"
  },
  "InvalidSecondaryPicContent": {
    "code": "InvalidSecondaryPicContent",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified parameter SecondaryPicContent is not valid.",
    "pageDescription": "无效的SecondaryPicContent参数",
    "meaning": {
      "en": "The second picture cannot be read.",
      "zh": "无法读取第二张图片。"
    },
    "trigger": {
      "en": "SecondaryPicContent is not Base64, or the file of an accepted format is truncated or damaged.",
      "zh": "SecondaryPicContent 不是 Base64，或文件格式可用但已截断、损坏。"
    },
    "fix": {
      "en": "Encode with the standard Base64 alphabet, without a `data:` prefix, escape `+` as `%2B`, and check that the file opens.",
      "zh": "请使用标准 Base64 字母表，不带 `data:` 前缀，将 `+` 转义为 `%2B`，并确认文件能够打开。"
    },
    "cause": "picture",
    "picture": "secondary",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "second picture damaged",
        "second picture invalid",
        "bad base64 second",
        "corrupt second image",
        "second image",
        "data url second picture"
      ],
      "zh": [
        "第二张图片损坏",
        "第二张图片无效",
        "第二张",
        "第二张 Base64 错误"
      ]
    },
    "slug": "invalidsecondarypiccontent"
  },
  "InvalidPrimaryPicContent": {
    "code": "InvalidPrimaryPicContent",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified parameter PrimaryPicContent is not valid.",
    "pageDescription": "无效的PrimaryPicContent参数",
    "meaning": {
      "en": "The first picture cannot be read.",
      "zh": "无法读取第一张图片。"
    },
    "trigger": {
      "en": "PrimaryPicContent is not Base64, or the file of an accepted format is truncated or damaged.",
      "zh": "PrimaryPicContent 不是 Base64，或文件格式可用但已截断、损坏。"
    },
    "fix": {
      "en": "Encode with the standard Base64 alphabet, without a `data:` prefix, escape `+` as `%2B`, and check that the file opens.",
      "zh": "请使用标准 Base64 字母表，不带 `data:` 前缀，将 `+` 转义为 `%2B`，并确认文件能够打开。"
    },
    "cause": "picture",
    "picture": "primary",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "base64",
        "bad base64",
        "data url",
        "data: prefix",
        "damaged picture",
        "corrupt image",
        "truncated",
        "cannot decode",
        "plus sign became space",
        "url-safe base64",
        "first picture invalid"
      ],
      "zh": [
        "Base64",
        "Base64 错误",
        "data: 前缀",
        "图片损坏",
        "图片不完整",
        "无法解码",
        "截断",
        "加号变空格",
        "第一张图片无效",
        "编码错误"
      ]
    },
    "slug": "invalidprimarypiccontent"
  },
  "PictureError": {
    "code": "PictureError",
    "family": "operation",
    "httpStatus": 400,
    "message": "[download] Img Download Failed.",
    "pageDescription": "图片下载失败，请检查图片",
    "meaning": {
      "en": "A picture that was referred to could not be read.",
      "zh": "无法取得所引用的图片。"
    },
    "trigger": {
      "en": "Reading an uploaded object from the upload store failed.",
      "zh": "从上传存储中读取对象失败。"
    },
    "fix": {
      "en": "Upload the picture again, or send its bytes as Base64.",
      "zh": "请重新上传图片，或直接发送其字节的 Base64。"
    },
    "cause": "upload",
    "picture": "either",
    "retry": "once",
    "reach": "real",
    "part": "upload store",
    "search": {
      "en": [
        "download failed",
        "cannot download",
        "could not fetch picture",
        "image download"
      ],
      "zh": [
        "下载失败",
        "图片下载",
        "无法下载",
        "取不到图片"
      ]
    },
    "slug": "pictureerror"
  },
  "UnsupportedOperationType": {
    "code": "UnsupportedOperationType",
    "family": "operation",
    "httpStatus": 400,
    "message": "The specified action is not supported.",
    "pageDescription": "内部错误：不支持的action",
    "meaning": {
      "en": "This service does not offer the requested action.",
      "zh": "本服务不提供所请求的操作。"
    },
    "trigger": {
      "en": "`Action` or `x-acs-action` names anything but CompareSimilarByImage and the upload authorisation.",
      "zh": "`Action` 或 `x-acs-action` 不是 CompareSimilarByImage，也不是上传授权操作。"
    },
    "fix": {
      "en": "Check the spelling of the action. Other actions of the product are offered by the cloud only.",
      "zh": "请检查操作名称的拼写；该产品的其他操作仅由云端提供。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "unknown action",
        "wrong action",
        "action not supported",
        "searchimagebypic",
        "addimage",
        "action name misspelt"
      ],
      "zh": [
        "不支持的操作",
        "操作名错误",
        "Action 写错",
        "以图搜图",
        "不支持的 action"
      ]
    },
    "slug": "unsupportedoperationtype"
  },
  "UnsupportedInstanceType": {
    "code": "UnsupportedInstanceType",
    "family": "operation",
    "httpStatus": 400,
    "message": "The instance type is not supported.",
    "pageDescription": "内部错误：不支持的实例类型",
    "meaning": {
      "en": "Pictures cannot be compared in an instance of this service type.",
      "zh": "该服务类型的实例不支持图片比对。"
    },
    "trigger": {
      "en": "No similarity profile is configured for the instance's service type.",
      "zh": "实例的服务类型没有配置相似度模型。"
    },
    "fix": {
      "en": "Use an instance of another service type, or configure a profile for this one.",
      "zh": "请使用其他服务类型的实例，或为该类型配置模型。"
    },
    "cause": "instance",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "service type",
        "wrong service type",
        "instance type",
        "no model for this type",
        "hardware instance",
        "copyright instance"
      ],
      "zh": [
        "服务类型",
        "实例类型",
        "类型不支持",
        "没有模型",
        "五金",
        "版权"
      ]
    },
    "slug": "unsupportedinstancetype"
  },
  "Console.NoPermissionError": {
    "code": "Console.NoPermissionError",
    "family": "operation",
    "httpStatus": 403,
    "message": "You are not authorized to perform this operation.",
    "pageDescription": "你没有权限进行该操作",
    "meaning": {
      "en": "The caller does not own the instance.",
      "zh": "调用方不是该实例的所有者。"
    },
    "trigger": {
      "en": "The access key is valid, but belongs to another account than the instance.",
      "zh": "AccessKey 有效，但与实例不属于同一账号。"
    },
    "fix": {
      "en": "Use a key of the account that owns the instance.",
      "zh": "请使用实例所属账号的 AccessKey。"
    },
    "cause": "permission",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "not the owner",
        "someone else's instance",
        "another account",
        "wrong account",
        "instance belongs to another account"
      ],
      "zh": [
        "不是所有者",
        "别人的实例",
        "账号不对",
        "其他账号",
        "不属于当前账号"
      ]
    },
    "slug": "console-nopermissionerror"
  },
  "Console.NotAllowedModifyToken": {
    "code": "Console.NotAllowedModifyToken",
    "family": "operation",
    "httpStatus": 403,
    "message": "You are not allowed to modify token today.",
    "pageDescription": "今天不允许用户修改该token值",
    "meaning": {
      "en": "The console allows a token to be changed once a day.",
      "zh": "控制台每天只允许修改一次 token。"
    },
    "trigger": {
      "en": "It belongs to the console; a comparison never causes it.",
      "zh": "属于控制台操作；图片比对不会触发。"
    },
    "fix": {
      "en": "Change the token tomorrow.",
      "zh": "请于次日再修改。"
    },
    "cause": "other-operation",
    "picture": "none",
    "retry": "never",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "change token",
        "token once a day"
      ],
      "zh": [
        "修改 token",
        "每天一次"
      ]
    },
    "slug": "console-notallowedmodifytoken"
  },
  "DeniedRequest": {
    "code": "DeniedRequest",
    "family": "operation",
    "httpStatus": 403,
    "message": "Your request was denied due to instance flow control.",
    "pageDescription": "请求被限流",
    "meaning": {
      "en": "Too many requests in a short time.",
      "zh": "短时间内请求过多，被限流。"
    },
    "trigger": {
      "en": "The instance's rate is used up, or the bounded queue is full. The answer says when to come back.",
      "zh": "实例的请求速率已用尽，或有界队列已满。应答中会说明何时可以重试。"
    },
    "fix": {
      "en": "Wait as long as `Retry-After` says and sign the request anew; raise the instance's rate if it is too low.",
      "zh": "请按 `Retry-After` 等待后重新签名再发送；若速率过低，请调高实例的限额。"
    },
    "cause": "flow-control",
    "picture": "none",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "rate limit",
        "rate limited",
        "too many requests",
        "429",
        "throttled",
        "throttling",
        "qps",
        "flow control",
        "slow down",
        "concurrency",
        "retry-after",
        "queue full",
        "overload",
        "server busy",
        "busy"
      ],
      "zh": [
        "限流",
        "流控",
        "请求过多",
        "请求太多",
        "频率限制",
        "并发",
        "QPS",
        "每秒请求数",
        "太频繁",
        "调用太快",
        "过载",
        "服务器繁忙",
        "繁忙"
      ]
    },
    "slug": "deniedrequest"
  },
  "NoPermission": {
    "code": "NoPermission",
    "family": "operation",
    "httpStatus": 403,
    "message": "You are not authorized to perform this operation.",
    "pageDescription": "未授权的行为",
    "meaning": {
      "en": "The caller's policies do not allow the action on this instance.",
      "zh": "调用方的权限策略不允许在该实例上执行此操作。"
    },
    "trigger": {
      "en": "No policy allows imagesearch:CompareSimilarByImage on the instance, or one denies it. AccessDeniedDetail says which.",
      "zh": "没有策略允许在该实例上执行 imagesearch:CompareSimilarByImage，或有策略明确拒绝。AccessDeniedDetail 给出原因。"
    },
    "fix": {
      "en": "Attach a policy that allows the action, or remove the one that denies it.",
      "zh": "请授予允许该操作的策略，或移除拒绝它的策略。"
    },
    "cause": "permission",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "access denied",
        "forbidden",
        "no permission",
        "policy",
        "ram policy",
        "not authorized",
        "implicit deny",
        "explicit deny",
        "sub-account",
        "accessdenieddetail"
      ],
      "zh": [
        "没有权限",
        "无权限",
        "权限不足",
        "未授权",
        "权限策略",
        "子账号",
        "RAM 授权",
        "拒绝访问",
        "禁止访问"
      ]
    },
    "slug": "nopermission"
  },
  "Console.TaskAlreadyExist": {
    "code": "Console.TaskAlreadyExist",
    "family": "operation",
    "httpStatus": 409,
    "message": "A task that is in progress already exists.",
    "pageDescription": "已经存在正在运行的任务。",
    "meaning": {
      "en": "A task of this kind is running for the instance already.",
      "zh": "该实例已有同类任务正在执行。"
    },
    "trigger": {
      "en": "The cloud answers it when a second batch task starts while one runs. A comparison never causes it, and this engine has no such tasks.",
      "zh": "云端在已有批量任务执行时又启动新任务的情况下返回。单次比对不会触发，本引擎也没有此类任务。"
    },
    "fix": {
      "en": "Wait until the running task has ended.",
      "zh": "请等待正在执行的任务结束。"
    },
    "cause": "other-operation",
    "picture": "none",
    "retry": "never",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "task running",
        "already running",
        "duplicate job",
        "batch job running"
      ],
      "zh": [
        "任务已存在",
        "任务正在运行",
        "重复任务",
        "批量任务"
      ]
    },
    "slug": "console-taskalreadyexist"
  },
  "ServerInternalError": {
    "code": "ServerInternalError",
    "family": "operation",
    "httpStatus": 500,
    "message": "An internal error occurred.",
    "pageDescription": "系统内部错误",
    "meaning": {
      "en": "The service failed in a way it knows.",
      "zh": "服务发生已知的内部故障。"
    },
    "trigger": {
      "en": "A worker died while it held this request.",
      "zh": "处理本请求的工作进程意外退出。"
    },
    "fix": {
      "en": "Try again; report the RequestId if it persists.",
      "zh": "请重试；若持续出现，请提供 RequestId 反馈。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "internal error",
        "server crashed",
        "500",
        "internal server error",
        "server error",
        "worker crashed"
      ],
      "zh": [
        "内部错误",
        "服务器错误",
        "系统错误",
        "服务崩溃",
        "服务端异常"
      ]
    },
    "slug": "serverinternalerror"
  },
  "UnknownException": {
    "code": "UnknownException",
    "family": "operation",
    "httpStatus": 500,
    "message": "An internal server error occurred.",
    "pageDescription": "未知异常",
    "meaning": {
      "en": "The service failed in a way it does not know.",
      "zh": "服务发生未知异常。"
    },
    "trigger": {
      "en": "An exception reached the outermost handler. Malformed input never causes it.",
      "zh": "异常到达最外层处理器。畸形输入不会触发。"
    },
    "fix": {
      "en": "Try once more; then report the RequestId.",
      "zh": "请重试一次；仍失败请提供 RequestId 反馈。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "once",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "unknown error",
        "unexpected error",
        "exception",
        "unexplained failure"
      ],
      "zh": [
        "未知错误",
        "未知异常",
        "异常",
        "莫名其妙"
      ]
    },
    "slug": "unknownexception"
  },
  "AccessEngineFailed": {
    "code": "AccessEngineFailed",
    "family": "operation",
    "httpStatus": 500,
    "message": "An error occurred while accessing the search engine.",
    "pageDescription": "内部错误：请求引擎失败",
    "meaning": {
      "en": "No part that computes similarities is available.",
      "zh": "没有可用的相似度计算单元。"
    },
    "trigger": {
      "en": "All workers are down, or the model could not be loaded.",
      "zh": "所有工作进程均不可用，或模型加载失败。"
    },
    "fix": {
      "en": "Try again after a pause; on your own engine look at its log and readiness.",
      "zh": "请稍后重试；自建引擎请查看日志与就绪状态。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "engine unavailable",
        "engine down",
        "no worker",
        "model failed to load",
        "circuit open",
        "engine not reachable"
      ],
      "zh": [
        "引擎不可用",
        "引擎故障",
        "引擎挂了",
        "模型加载失败",
        "访问引擎失败"
      ]
    },
    "slug": "accessenginefailed"
  },
  "ConnectionDVException": {
    "code": "ConnectionDVException",
    "family": "operation",
    "httpStatus": 500,
    "message": "Failed to obtain collection.",
    "pageDescription": "internalError",
    "meaning": {
      "en": "The collection of stored features cannot be opened.",
      "zh": "无法打开特征集合。"
    },
    "trigger": {
      "en": "The cloud answers it when its feature store does not open the collection. This engine keeps no such collection.",
      "zh": "云端在特征存储无法打开集合时返回。本引擎没有此类集合。"
    },
    "fix": {
      "en": "Try again; on your own engine check the feature store.",
      "zh": "请重试；自建引擎请检查特征存储。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "collection",
        "feature store down",
        "vector store"
      ],
      "zh": [
        "集合",
        "特征库",
        "向量库"
      ]
    },
    "slug": "connectiondvexception"
  },
  "Console.CallServiceError": {
    "code": "Console.CallServiceError",
    "family": "operation",
    "httpStatus": 500,
    "message": "An internal service error occurred.",
    "pageDescription": "访问内部服务错误",
    "meaning": {
      "en": "A service that knows instances and policies did not answer.",
      "zh": "提供实例与策略信息的服务没有应答。"
    },
    "trigger": {
      "en": "The cloud answers it when the service behind instances and policies fails. This engine reads both from its own configuration.",
      "zh": "云端在提供实例与策略信息的服务故障时返回。本引擎从自身配置读取这些信息。"
    },
    "fix": {
      "en": "Try again; on your own engine check the registry.",
      "zh": "请重试；自建引擎请检查注册中心。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "registry down",
        "internal service",
        "control plane"
      ],
      "zh": [
        "内部服务",
        "注册中心",
        "管控服务"
      ]
    },
    "slug": "console-callserviceerror"
  },
  "ExtractFeatureTimeout": {
    "code": "ExtractFeatureTimeout",
    "family": "operation",
    "httpStatus": 500,
    "message": "The request timed out while extracting features.",
    "pageDescription": "内部错误：提取特征超时",
    "meaning": {
      "en": "Decoding a picture or computing its features took too long.",
      "zh": "解码图片或提取特征的时间过长。"
    },
    "trigger": {
      "en": "The stage passed its deadline; the worker was stopped and replaced.",
      "zh": "该阶段超过时限，工作进程已被终止并替换。"
    },
    "fix": {
      "en": "Try again; if one picture always causes it, save it anew as a plain JPEG or PNG.",
      "zh": "请重试；若某张图片总是触发，请将其重新保存为普通的 JPEG 或 PNG。"
    },
    "cause": "time-out",
    "picture": "either",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "feature extraction",
        "extraction timeout",
        "extracting features",
        "slow model",
        "inference too slow"
      ],
      "zh": [
        "特征提取",
        "提取特征",
        "提取超时",
        "特征超时",
        "推理太慢"
      ]
    },
    "slug": "extractfeaturetimeout"
  },
  "InternalOssError": {
    "code": "InternalOssError",
    "family": "operation",
    "httpStatus": 500,
    "message": "An internal OAS error occurred.",
    "pageDescription": "内部错误：请求内部算法错误",
    "meaning": {
      "en": "The algorithm itself failed.",
      "zh": "算法本身执行失败。"
    },
    "trigger": {
      "en": "Inference failed or gave a vector that cannot be right.",
      "zh": "推理失败，或得到不可能正确的特征向量。"
    },
    "fix": {
      "en": "Try once more; then report the RequestId.",
      "zh": "请重试一次；仍失败请提供 RequestId 反馈。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "once",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "oas error",
        "algorithm failed",
        "inference failed",
        "model error",
        "nan"
      ],
      "zh": [
        "算法错误",
        "算法失败",
        "推理失败",
        "OAS"
      ]
    },
    "slug": "internalosserror"
  },
  "InternalSwiftError": {
    "code": "InternalSwiftError",
    "family": "operation",
    "httpStatus": 500,
    "message": "An internal SWIFT error occurred.",
    "pageDescription": "内部错误：请求内部消息队列错误",
    "meaning": {
      "en": "The message queue between the service's parts failed.",
      "zh": "服务内部的消息队列出现故障。"
    },
    "trigger": {
      "en": "The cloud answers it when the queue between its parts fails. This engine has no external queue; its own full queue is DeniedRequest.",
      "zh": "云端在内部队列故障时返回。本引擎没有外部队列；自身队列已满时返回 DeniedRequest。"
    },
    "fix": {
      "en": "Try again; on your own engine check the queue.",
      "zh": "请重试；自建引擎请检查队列。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "message queue",
        "queue fault",
        "swift",
        "broker"
      ],
      "zh": [
        "消息队列",
        "队列故障"
      ]
    },
    "slug": "internalswifterror"
  },
  "InternalTableStoreError": {
    "code": "InternalTableStoreError",
    "family": "operation",
    "httpStatus": 500,
    "message": "An internal Table Store error occurred.",
    "pageDescription": "内部错误：请求特征存储错误",
    "meaning": {
      "en": "The store of computed features failed.",
      "zh": "特征存储出现故障。"
    },
    "trigger": {
      "en": "A feature cache is configured as required and cannot be read or written. In its usual mode the features are computed again instead.",
      "zh": "特征缓存配置为必需（required），但无法读写。默认模式下会重新计算特征。"
    },
    "fix": {
      "en": "Try again; on your own engine check the cache's disk.",
      "zh": "请重试；自建引擎请检查缓存所在的磁盘。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "optional",
    "part": "feature cache",
    "search": {
      "en": [
        "cache error",
        "table store",
        "feature cache",
        "disk error",
        "cache disk"
      ],
      "zh": [
        "表格存储",
        "特征缓存",
        "缓存错误",
        "磁盘"
      ]
    },
    "slug": "internaltablestoreerror"
  },
  "NetworkException": {
    "code": "NetworkException",
    "family": "operation",
    "httpStatus": 500,
    "message": "A network error occurred.",
    "pageDescription": "内部错误：请求网络异常",
    "meaning": {
      "en": "A connection inside the service broke.",
      "zh": "服务内部的网络连接中断。"
    },
    "trigger": {
      "en": "The connection to a worker broke after the request was handed to it.",
      "zh": "请求交给工作进程后，与其之间的连接中断。"
    },
    "fix": {
      "en": "Try again after a pause.",
      "zh": "请稍后重试。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "network error",
        "connection reset",
        "connection refused",
        "econnreset",
        "socket hang up"
      ],
      "zh": [
        "网络错误",
        "网络异常",
        "连接重置",
        "连接被拒",
        "断开连接"
      ]
    },
    "slug": "networkexception"
  },
  "RequestTimeout": {
    "code": "RequestTimeout",
    "family": "operation",
    "httpStatus": 500,
    "message": "The request timed out.",
    "pageDescription": "内部错误：请求超时",
    "meaning": {
      "en": "A call inside the service got no answer in time.",
      "zh": "服务内部的调用未及时得到应答。"
    },
    "trigger": {
      "en": "A worker did not answer in time although the caller's deadline was not over.",
      "zh": "工作进程未在规定时间内应答，而调用方的总时限尚未用尽。"
    },
    "fix": {
      "en": "Try again after a pause.",
      "zh": "请稍后重试。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "request timeout 500",
        "backend timeout",
        "worker did not answer",
        "gateway timeout",
        "timeout in the server"
      ],
      "zh": [
        "后端超时",
        "服务端超时",
        "内部超时",
        "网关超时"
      ]
    },
    "slug": "requesttimeout"
  }
};

/** The 35 codes of the gateway in front of it. */
export const gatewayErrors: { readonly [Code in GatewayErrorCode]: ErrorEntry<Code> } = {
  "MissingAction": {
    "code": "MissingAction",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Action is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The name of the action is missing.",
      "zh": "缺少操作名称。"
    },
    "trigger": {
      "en": "Neither a header nor a parameter names the action.",
      "zh": "请求头与参数中均没有操作名称。"
    },
    "fix": {
      "en": "Send `Action=CompareSimilarByImage` in the query or the body, or the header `x-acs-action`.",
      "zh": "请在查询字符串或请求体中传入 `Action=CompareSimilarByImage`，或使用请求头 `x-acs-action`。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "action missing",
        "no action",
        "action parameter"
      ],
      "zh": [
        "缺少 Action",
        "没有 Action",
        "未传 Action"
      ]
    },
    "slug": "missingaction"
  },
  "MissingVersion": {
    "code": "MissingVersion",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Version is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The interface version is missing.",
      "zh": "缺少接口版本。"
    },
    "trigger": {
      "en": "Neither a header nor a parameter gives the version.",
      "zh": "请求头与参数中均没有接口版本。"
    },
    "fix": {
      "en": "Send `Version=2020-12-14` in the query or the body, or the header `x-acs-version`.",
      "zh": "请在查询字符串或请求体中传入 `Version=2020-12-14`，或使用请求头 `x-acs-version`。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "version missing",
        "no version",
        "api version missing"
      ],
      "zh": [
        "缺少 Version",
        "没有版本",
        "缺少版本号"
      ]
    },
    "slug": "missingversion"
  },
  "MissingInstanceName": {
    "code": "MissingInstanceName",
    "family": "gateway",
    "httpStatus": 400,
    "message": "InstanceName is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The instance name is missing.",
      "zh": "缺少实例名称。"
    },
    "trigger": {
      "en": "The parameter InstanceName is absent.",
      "zh": "没有传入参数 InstanceName。"
    },
    "fix": {
      "en": "Send `InstanceName` with the name of your instance; upper and lower case count. Only a form is read: JSON and multipart bodies are not (`Content-Type: application/x-www-form-urlencoded`).",
      "zh": "请传入 `InstanceName`，值为实例名称；参数名区分大小写。只读取表单，不读取 JSON 与 multipart 请求体（`Content-Type: application/x-www-form-urlencoded`）。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "instance name missing",
        "no instance name",
        "instancename absent",
        "json body",
        "sending json",
        "multipart",
        "wrong content type",
        "content type",
        "form body"
      ],
      "zh": [
        "缺少实例名",
        "没传实例名",
        "未传 InstanceName",
        "用 JSON 发送",
        "JSON 请求体",
        "内容类型",
        "Content-Type",
        "请求体格式"
      ]
    },
    "slug": "missinginstancename"
  },
  "MissingPrimaryPicContent": {
    "code": "MissingPrimaryPicContent",
    "family": "gateway",
    "httpStatus": 400,
    "message": "PrimaryPicContent is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The first picture is missing.",
      "zh": "缺少第一张图片。"
    },
    "trigger": {
      "en": "Some gateways answer this for an absent picture; the engine answers NoSpecifiedPic.",
      "zh": "部分网关在缺少图片时返回；本引擎返回 NoSpecifiedPic。"
    },
    "fix": {
      "en": "Send the first picture's Base64 as `PrimaryPicContent`.",
      "zh": "请以 `PrimaryPicContent` 传入第一张图片的 Base64。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "primary picture parameter missing"
      ],
      "zh": [
        "缺少第一张图片参数"
      ]
    },
    "slug": "missingprimarypiccontent"
  },
  "MissingSecondaryPicContent": {
    "code": "MissingSecondaryPicContent",
    "family": "gateway",
    "httpStatus": 400,
    "message": "SecondaryPicContent is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The second picture is missing.",
      "zh": "缺少第二张图片。"
    },
    "trigger": {
      "en": "Some gateways answer this for an absent picture; the engine answers NoSpecifiedPic.",
      "zh": "部分网关在缺少图片时返回；本引擎返回 NoSpecifiedPic。"
    },
    "fix": {
      "en": "Send the second picture's Base64 as `SecondaryPicContent`.",
      "zh": "请以 `SecondaryPicContent` 传入第二张图片的 Base64。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "secondary picture parameter missing"
      ],
      "zh": [
        "缺少第二张图片参数"
      ]
    },
    "slug": "missingsecondarypiccontent"
  },
  "MissingAccessKeyId": {
    "code": "MissingAccessKeyId",
    "family": "gateway",
    "httpStatus": 400,
    "message": "AccessKeyId is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The access key ID is missing.",
      "zh": "缺少AccessKeyId。"
    },
    "trigger": {
      "en": "A V1 request, or an unsigned one, carries no AccessKeyId.",
      "zh": "V1 请求或未签名的请求没有 AccessKeyId。"
    },
    "fix": {
      "en": "Sign the request: give your client its access key ID and secret. An engine of your own takes unsigned calls from its own machine when it was started with `--allow-anonymous`.",
      "zh": "请对请求签名：为客户端配置 AccessKeyId 与 AccessKeySecret。自建引擎以 `--allow-anonymous` 启动后，可接受本机的未签名调用。"
    },
    "cause": "credentials",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "no key",
        "key missing",
        "unsigned request",
        "anonymous call refused",
        "no credentials",
        "not signed",
        "allow-anonymous",
        "do I have to sign",
        "signing required"
      ],
      "zh": [
        "没有密钥",
        "缺少密钥",
        "未签名",
        "匿名调用",
        "没有凭证",
        "缺少 AccessKeyId",
        "必须签名"
      ]
    },
    "slug": "missingaccesskeyid"
  },
  "MissingSignature": {
    "code": "MissingSignature",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Signature is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The signature is missing.",
      "zh": "缺少签名。"
    },
    "trigger": {
      "en": "A V1 request carries no Signature.",
      "zh": "V1 请求没有 Signature。"
    },
    "fix": {
      "en": "Compute the signature over all other parameters and send it as `Signature`.",
      "zh": "请对其余全部参数计算签名，并以 `Signature` 传入。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "signature missing",
        "no signature"
      ],
      "zh": [
        "缺少签名",
        "没有签名",
        "未传签名"
      ]
    },
    "slug": "missingsignature"
  },
  "MissingSignatureMethod": {
    "code": "MissingSignatureMethod",
    "family": "gateway",
    "httpStatus": 400,
    "message": "SignatureMethod is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The signature method is missing.",
      "zh": "缺少签名方法。"
    },
    "trigger": {
      "en": "A V1 request carries no SignatureMethod.",
      "zh": "V1 请求没有 SignatureMethod。"
    },
    "fix": {
      "en": "Send `SignatureMethod=HMAC-SHA1`.",
      "zh": "请传入 `SignatureMethod=HMAC-SHA1`。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "signature method missing"
      ],
      "zh": [
        "缺少签名方法"
      ]
    },
    "slug": "missingsignaturemethod"
  },
  "MissingSignatureVersion": {
    "code": "MissingSignatureVersion",
    "family": "gateway",
    "httpStatus": 400,
    "message": "SignatureVersion is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The signature version is missing.",
      "zh": "缺少签名版本。"
    },
    "trigger": {
      "en": "A V1 request carries no SignatureVersion.",
      "zh": "V1 请求没有 SignatureVersion。"
    },
    "fix": {
      "en": "Send `SignatureVersion=1.0`.",
      "zh": "请传入 `SignatureVersion=1.0`。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "signature version missing"
      ],
      "zh": [
        "缺少签名版本"
      ]
    },
    "slug": "missingsignatureversion"
  },
  "MissingSignatureNonce": {
    "code": "MissingSignatureNonce",
    "family": "gateway",
    "httpStatus": 400,
    "message": "SignatureNonce is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The signature nonce is missing.",
      "zh": "缺少签名随机数。"
    },
    "trigger": {
      "en": "A V1 request carries no SignatureNonce.",
      "zh": "V1 请求没有 SignatureNonce。"
    },
    "fix": {
      "en": "Send `SignatureNonce` with a new random text, a UUID for example, in every attempt.",
      "zh": "请传入 `SignatureNonce`，每次发送都使用新的随机文本，例如 UUID。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "nonce missing",
        "no nonce"
      ],
      "zh": [
        "缺少随机数",
        "没有 nonce",
        "缺少 nonce"
      ]
    },
    "slug": "missingsignaturenonce"
  },
  "MissingTimestamp": {
    "code": "MissingTimestamp",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Timestamp is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "The time stamp is missing.",
      "zh": "缺少时间戳。"
    },
    "trigger": {
      "en": "A V1 request carries no Timestamp.",
      "zh": "V1 请求没有 Timestamp。"
    },
    "fix": {
      "en": "Send `Timestamp` with the present time in UTC, as in `2026-01-09T08:00:00Z`.",
      "zh": "请传入 `Timestamp`，值为当前 UTC 时间，例如 `2026-01-09T08:00:00Z`。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "timestamp missing",
        "no timestamp",
        "date missing"
      ],
      "zh": [
        "缺少时间戳",
        "没有时间戳",
        "缺少时间"
      ]
    },
    "slug": "missingtimestamp"
  },
  "MissingSecurityToken": {
    "code": "MissingSecurityToken",
    "family": "gateway",
    "httpStatus": 400,
    "message": "SecurityToken is mandatory for this action.",
    "pageDescription": null,
    "meaning": {
      "en": "A temporary key was used without its security token.",
      "zh": "使用了临时密钥，但没有传入安全令牌。"
    },
    "trigger": {
      "en": "The access key is a temporary one and no token came with it.",
      "zh": "AccessKey 为临时密钥，请求中没有令牌。"
    },
    "fix": {
      "en": "Send the token that was issued with the key.",
      "zh": "请传入与该密钥一同签发的令牌。"
    },
    "cause": "credentials",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "sts token missing",
        "token missing",
        "no security token",
        "temporary key without token"
      ],
      "zh": [
        "缺少 token",
        "缺少令牌",
        "STS 令牌",
        "临时密钥没有令牌",
        "缺少安全令牌"
      ]
    },
    "slug": "missingsecuritytoken"
  },
  "InvalidSecurityToken.Malformed": {
    "code": "InvalidSecurityToken.Malformed",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified SecurityToken is malformed.",
    "pageDescription": null,
    "meaning": {
      "en": "The security token cannot be read, or came with a key that needs none.",
      "zh": "安全令牌无法解析，或随不需要令牌的密钥一同传入。"
    },
    "trigger": {
      "en": "The token is not one this service issues, or the key is a permanent one.",
      "zh": "令牌不是本服务签发的格式，或 AccessKey 为长期密钥。"
    },
    "fix": {
      "en": "Use key, secret and token exactly as issued together; send no token with a permanent key.",
      "zh": "请原样使用一同签发的密钥与令牌；长期密钥不要携带令牌。"
    },
    "cause": "credentials",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "malformed token",
        "bad token",
        "token not valid",
        "token with permanent key"
      ],
      "zh": [
        "令牌格式错误",
        "token 无效",
        "token 错误"
      ]
    },
    "slug": "invalidsecuritytoken-malformed"
  },
  "InvalidSecurityToken.Expired": {
    "code": "InvalidSecurityToken.Expired",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified SecurityToken is expired.",
    "pageDescription": null,
    "meaning": {
      "en": "The temporary key's time is over.",
      "zh": "临时密钥已过期。"
    },
    "trigger": {
      "en": "The token's expiry lies in the past.",
      "zh": "令牌的有效期已过。"
    },
    "fix": {
      "en": "Fetch new temporary credentials.",
      "zh": "请重新获取临时凭证。"
    },
    "cause": "credentials",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "token expired",
        "sts expired",
        "session expired",
        "temporary credentials expired",
        "credentials expired"
      ],
      "zh": [
        "令牌过期",
        "token 过期",
        "临时凭证过期",
        "凭证过期",
        "STS 过期",
        "会话过期"
      ]
    },
    "slug": "invalidsecuritytoken-expired"
  },
  "InvalidSecurityToken.MismatchWithAccessKey": {
    "code": "InvalidSecurityToken.MismatchWithAccessKey",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified SecurityToken mismatch with the AccessKey.",
    "pageDescription": null,
    "meaning": {
      "en": "The token belongs to another key.",
      "zh": "令牌属于其他密钥。"
    },
    "trigger": {
      "en": "Token and access key were not issued together.",
      "zh": "令牌与 AccessKey 不是一同签发的。"
    },
    "fix": {
      "en": "Use key, secret and token exactly as issued together.",
      "zh": "请原样使用一同签发的密钥与令牌。"
    },
    "cause": "credentials",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "token of another key",
        "token mismatch",
        "token does not belong to key"
      ],
      "zh": [
        "令牌不匹配",
        "token 不匹配",
        "令牌与密钥不符"
      ]
    },
    "slug": "invalidsecuritytoken-mismatchwithaccesskey"
  },
  "InvalidVersion": {
    "code": "InvalidVersion",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified parameter Version is not valid.",
    "pageDescription": null,
    "meaning": {
      "en": "The interface version is unknown.",
      "zh": "接口版本未知。"
    },
    "trigger": {
      "en": "Version is not the one of the action.",
      "zh": "Version 与操作不符。"
    },
    "fix": {
      "en": "Send `Version=2020-12-14`.",
      "zh": "请传入 `Version=2020-12-14`。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "wrong version",
        "unknown version",
        "version not valid",
        "api version"
      ],
      "zh": [
        "版本错误",
        "版本无效",
        "API 版本"
      ]
    },
    "slug": "invalidversion"
  },
  "InvalidAccessKeyId.Inactive": {
    "code": "InvalidAccessKeyId.Inactive",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified access key is disabled.",
    "pageDescription": null,
    "meaning": {
      "en": "The access key is switched off.",
      "zh": "AccessKey 已被禁用。"
    },
    "trigger": {
      "en": "The key's state is not active.",
      "zh": "密钥状态不是启用。"
    },
    "fix": {
      "en": "Enable the key or use another.",
      "zh": "请启用该密钥或改用其他密钥。"
    },
    "cause": "credentials",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "key disabled",
        "disabled key",
        "key inactive",
        "access key disabled"
      ],
      "zh": [
        "密钥停用",
        "密钥已禁用",
        "禁用的密钥",
        "AK 被禁用"
      ]
    },
    "slug": "invalidaccesskeyid-inactive"
  },
  "SignatureDoesNotMatch": {
    "code": "SignatureDoesNotMatch",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified signature does not match our calculation.",
    "pageDescription": null,
    "meaning": {
      "en": "The signature does not belong to this request and secret.",
      "zh": "签名与请求内容或密钥不符。"
    },
    "trigger": {
      "en": "The signature computed over what arrived differs. The message goes on to name the first difference and its likely cause.",
      "zh": "按收到的内容计算出的签名不同。错误信息会指出第一处差异及可能的原因。"
    },
    "fix": {
      "en": "Check the secret first, then what changes the request on its way: proxies, re-encoded bodies, unescaped `+`. The signature lab shows each step.",
      "zh": "请先核对密钥，再检查途中改动请求的环节：代理、重新编码的请求体、未转义的 `+`。签名实验室可逐步展示。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "wrong secret",
        "signature wrong",
        "bad signature",
        "signature mismatch",
        "signature invalid",
        "wrong password",
        "wrong key secret",
        "hmac",
        "string to sign",
        "signing fails",
        "cannot sign"
      ],
      "zh": [
        "签名错误",
        "签名不匹配",
        "签名不对",
        "签名不一致",
        "签名失败",
        "密钥错误",
        "secret 错误",
        "验签失败"
      ]
    },
    "slug": "signaturedoesnotmatch"
  },
  "IncompleteSignature": {
    "code": "IncompleteSignature",
    "family": "gateway",
    "httpStatus": 400,
    "message": "The request signature does not conform to Aliyun standards.",
    "pageDescription": null,
    "meaning": {
      "en": "The signature's form is wrong, or it leaves out what it has to cover.",
      "zh": "签名格式不正确，或没有覆盖必须签名的内容。"
    },
    "trigger": {
      "en": "Authorization cannot be parsed, or SignedHeaders lacks a header that must be signed.",
      "zh": "Authorization 无法解析，或 SignedHeaders 缺少必须签名的请求头。"
    },
    "fix": {
      "en": "Sign host, content-type and every x-acs-* header that is sent.",
      "zh": "请对 host、content-type 以及所有 x-acs-* 请求头签名。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "incomplete signature",
        "header not signed",
        "signed headers",
        "authorization header malformed",
        "signature standards"
      ],
      "zh": [
        "签名不完整",
        "头未签名",
        "签名头缺失",
        "Authorization 格式",
        "不符合签名规范"
      ]
    },
    "slug": "incompletesignature"
  },
  "InvalidSignatureMethod": {
    "code": "InvalidSignatureMethod",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified signature method is not valid.",
    "pageDescription": null,
    "meaning": {
      "en": "The signature algorithm is not known here.",
      "zh": "不支持该签名算法。"
    },
    "trigger": {
      "en": "Another algorithm than ACS3-HMAC-SHA256, ACS3-HMAC-SM3 or HMAC-SHA1.",
      "zh": "算法不是 ACS3-HMAC-SHA256、ACS3-HMAC-SM3 或 HMAC-SHA1。"
    },
    "fix": {
      "en": "Use ACS3-HMAC-SHA256.",
      "zh": "请使用 ACS3-HMAC-SHA256。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "signature algorithm",
        "sm3",
        "hmac method",
        "wrong algorithm",
        "md5"
      ],
      "zh": [
        "签名算法",
        "签名方法错误",
        "国密",
        "算法不支持"
      ]
    },
    "slug": "invalidsignaturemethod"
  },
  "InvalidTimeStamp.Format": {
    "code": "InvalidTimeStamp.Format",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified time stamp or date value is not well formatted.",
    "pageDescription": null,
    "meaning": {
      "en": "The date cannot be read.",
      "zh": "时间格式不正确。"
    },
    "trigger": {
      "en": "x-acs-date or Timestamp is not of the form YYYY-MM-DDThh:mm:ssZ.",
      "zh": "x-acs-date 或 Timestamp 不符合 YYYY-MM-DDThh:mm:ssZ。"
    },
    "fix": {
      "en": "Send the time in UTC in exactly that form, as in `2026-01-09T08:00:00Z`.",
      "zh": "请严格按该格式发送 UTC 时间，例如 `2026-01-09T08:00:00Z`。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "date format",
        "timestamp format",
        "time zone format",
        "bad date",
        "iso 8601"
      ],
      "zh": [
        "时间格式",
        "日期格式",
        "时间戳格式",
        "时区"
      ]
    },
    "slug": "invalidtimestamp-format"
  },
  "InvalidTimeStamp.Expired": {
    "code": "InvalidTimeStamp.Expired",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified time stamp or date value is expired.",
    "pageDescription": null,
    "meaning": {
      "en": "The date is too far from the server's.",
      "zh": "时间与服务器相差过大。"
    },
    "trigger": {
      "en": "x-acs-date or Timestamp lies more than 15 minutes before or after the server's clock.",
      "zh": "x-acs-date 或 Timestamp 与服务器时间相差超过 15 分钟。"
    },
    "fix": {
      "en": "Set your clock, or correct by the Date header of the answer, and sign again: at most 15 minutes off.",
      "zh": "请校准时钟，或按应答的 Date 头修正后重新签名：偏差不得超过 15 分钟。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "clock",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "clock",
        "clock skew",
        "clock wrong",
        "time drift",
        "wrong time",
        "timestamp expired",
        "expired timestamp",
        "date too old",
        "time difference",
        "ntp"
      ],
      "zh": [
        "时钟",
        "时间不对",
        "时钟偏差",
        "时间戳过期",
        "时间过期",
        "时间差",
        "时间不同步",
        "校准时间",
        "系统时间"
      ]
    },
    "slug": "invalidtimestamp-expired"
  },
  "SignatureNonceUsed": {
    "code": "SignatureNonceUsed",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified signature nonce was used already.",
    "pageDescription": null,
    "meaning": {
      "en": "The request was received before.",
      "zh": "该请求已经收到过。"
    },
    "trigger": {
      "en": "The nonce was used by an earlier verified request of the same key.",
      "zh": "同一密钥已在先前验证通过的请求中使用过该随机数。"
    },
    "fix": {
      "en": "Use a new nonce for every attempt, retries included.",
      "zh": "每次发送（包括重试）都使用新的随机数。"
    },
    "cause": "signature",
    "picture": "none",
    "retry": "once",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "nonce reused",
        "nonce",
        "replay",
        "same request twice",
        "retry with same nonce",
        "repeated request"
      ],
      "zh": [
        "随机数重复",
        "nonce 重复",
        "重放",
        "重复请求",
        "重试失败 nonce"
      ]
    },
    "slug": "signaturenonceused"
  },
  "InvalidParameter.Format": {
    "code": "InvalidParameter.Format",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Specified parameter format is not valid.",
    "pageDescription": null,
    "meaning": {
      "en": "The requested answer format is unknown.",
      "zh": "请求的返回格式未知。"
    },
    "trigger": {
      "en": "Format is neither JSON nor XML.",
      "zh": "Format 既不是 JSON 也不是 XML。"
    },
    "fix": {
      "en": "Send `Format=JSON` or `Format=XML`, or leave it out.",
      "zh": "请传入 `Format=JSON` 或 `Format=XML`，或不传。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "format parameter",
        "json or xml",
        "answer format",
        "response format",
        "format wrong"
      ],
      "zh": [
        "Format 参数",
        "返回格式",
        "JSON 还是 XML",
        "应答格式"
      ]
    },
    "slug": "invalidparameter-format"
  },
  "InvalidParameter": {
    "code": "InvalidParameter",
    "family": "gateway",
    "httpStatus": 400,
    "message": "The specified parameter is not valid.",
    "pageDescription": null,
    "meaning": {
      "en": "The request cannot be read.",
      "zh": "无法解析请求。"
    },
    "trigger": {
      "en": "The HTTP message or its form body is malformed: bad framing, oversized headers, an unreadable field.",
      "zh": "HTTP 报文或表单格式错误：分块错误、请求头过大、字段无法解析。"
    },
    "fix": {
      "en": "Send each parameter once, in well-formed HTTP with a form body. Put the pictures into the body: request line and headers together may have 131,072 bytes.",
      "zh": "请使用格式正确的 HTTP 与表单请求体，每个参数只传一次。图片请放在请求体中：请求行与请求头合计不得超过 131,072 字节。"
    },
    "cause": "transport",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "malformed request",
        "bad request",
        "parameter twice",
        "duplicate parameter",
        "header too large",
        "url too long",
        "parameter not valid",
        "413",
        "414",
        "431"
      ],
      "zh": [
        "请求格式错误",
        "重复参数",
        "参数重复",
        "URL 太长",
        "请求头太大",
        "参数无效"
      ]
    },
    "slug": "invalidparameter"
  },
  "InvalidProtocol.NeedSsl": {
    "code": "InvalidProtocol.NeedSsl",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Your request is denied as lack of ssl protect.",
    "pageDescription": null,
    "meaning": {
      "en": "Plain HTTP is not accepted here.",
      "zh": "此处不接受明文 HTTP。"
    },
    "trigger": {
      "en": "The engine is configured to require TLS and the request came without.",
      "zh": "引擎配置为必须使用 TLS，而请求未加密。"
    },
    "fix": {
      "en": "Begin the endpoint with `https://`, or set the SDK's protocol to `https`.",
      "zh": "请让接入地址以 `https://` 开头，或将 SDK 的 protocol 设为 `https`。"
    },
    "cause": "transport",
    "picture": "none",
    "retry": "never",
    "reach": "optional",
    "part": "TLS required",
    "search": {
      "en": [
        "https",
        "ssl",
        "tls",
        "http refused",
        "needs https"
      ],
      "zh": [
        "需要 HTTPS",
        "SSL",
        "用 https",
        "证书",
        "不安全的连接"
      ]
    },
    "slug": "invalidprotocol-needssl"
  },
  "Throttling": {
    "code": "Throttling",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Request was denied due to request throttling.",
    "pageDescription": null,
    "meaning": {
      "en": "The gateway limits requests.",
      "zh": "网关限流。"
    },
    "trigger": {
      "en": "The cloud's gateway answers it; the engine answers DeniedRequest.",
      "zh": "由云端网关返回；本引擎返回 DeniedRequest。"
    },
    "fix": {
      "en": "Wait and try again more slowly.",
      "zh": "请等待后降低频率重试。"
    },
    "cause": "flow-control",
    "picture": "none",
    "retry": "backoff",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "account throttling",
        "throttled by the gateway"
      ],
      "zh": [
        "网关限流"
      ]
    },
    "slug": "throttling"
  },
  "Throttling.User": {
    "code": "Throttling.User",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Request was denied due to user flow control.",
    "pageDescription": null,
    "meaning": {
      "en": "The gateway limits this caller.",
      "zh": "网关对该用户限流。"
    },
    "trigger": {
      "en": "The cloud's gateway answers it; the engine answers DeniedRequest.",
      "zh": "由云端网关返回；本引擎返回 DeniedRequest。"
    },
    "fix": {
      "en": "Wait and try again more slowly.",
      "zh": "请等待后降低频率重试。"
    },
    "cause": "flow-control",
    "picture": "none",
    "retry": "backoff",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "user flow control",
        "account rate limit",
        "per-account limit"
      ],
      "zh": [
        "用户限流",
        "账号限流"
      ]
    },
    "slug": "throttling-user"
  },
  "Throttling.Api": {
    "code": "Throttling.Api",
    "family": "gateway",
    "httpStatus": 400,
    "message": "Request was denied due to api flow control.",
    "pageDescription": null,
    "meaning": {
      "en": "The gateway limits this action.",
      "zh": "网关对该接口限流。"
    },
    "trigger": {
      "en": "The cloud's gateway answers it; the engine answers DeniedRequest.",
      "zh": "由云端网关返回；本引擎返回 DeniedRequest。"
    },
    "fix": {
      "en": "Wait and try again more slowly.",
      "zh": "请等待后降低频率重试。"
    },
    "cause": "flow-control",
    "picture": "none",
    "retry": "backoff",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "api flow control",
        "api rate limit"
      ],
      "zh": [
        "API 限流",
        "接口限流"
      ]
    },
    "slug": "throttling-api"
  },
  "UnsupportedHTTPMethod": {
    "code": "UnsupportedHTTPMethod",
    "family": "gateway",
    "httpStatus": 403,
    "message": "This http method is not supported.",
    "pageDescription": null,
    "meaning": {
      "en": "The HTTP method is neither POST nor GET.",
      "zh": "HTTP 方法既不是 POST 也不是 GET。"
    },
    "trigger": {
      "en": "Any other method.",
      "zh": "使用了其他方法。"
    },
    "fix": {
      "en": "Send `POST`, with the parameters as a form in the body.",
      "zh": "请使用 `POST`，参数以表单形式放在请求体中。"
    },
    "cause": "transport",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "method not allowed",
        "405",
        "put",
        "delete",
        "http method",
        "wrong method"
      ],
      "zh": [
        "方法不支持",
        "请求方法",
        "用了 PUT",
        "HTTP 方法"
      ]
    },
    "slug": "unsupportedhttpmethod"
  },
  "Forbidden.RAM": {
    "code": "Forbidden.RAM",
    "family": "gateway",
    "httpStatus": 403,
    "message": "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
    "pageDescription": null,
    "meaning": {
      "en": "The gateway refuses the caller.",
      "zh": "网关拒绝该调用方。"
    },
    "trigger": {
      "en": "The cloud's gateway answers it; the engine answers NoPermission.",
      "zh": "由云端网关返回；本引擎返回 NoPermission。"
    },
    "fix": {
      "en": "Grant the caller the action on the resource.",
      "zh": "请为调用方授予该资源上的操作权限。"
    },
    "cause": "permission",
    "picture": "none",
    "retry": "never",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "ram",
        "ram user",
        "ram role",
        "sub-user forbidden"
      ],
      "zh": [
        "RAM 用户",
        "RAM 角色",
        "RAM 子用户"
      ]
    },
    "slug": "forbidden-ram"
  },
  "InvalidAction.NotFound": {
    "code": "InvalidAction.NotFound",
    "family": "gateway",
    "httpStatus": 404,
    "message": "Specified api is not found, please check your url and method.",
    "pageDescription": null,
    "meaning": {
      "en": "There is nothing at this address.",
      "zh": "该地址没有可用的接口。"
    },
    "trigger": {
      "en": "The path is not `/`.",
      "zh": "请求路径不是 `/`。"
    },
    "fix": {
      "en": "Send the request to `/` of the endpoint.",
      "zh": "请将请求发送到接入地址的 `/`。"
    },
    "cause": "request",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "404",
        "not found",
        "wrong path",
        "wrong url",
        "path unknown",
        "page not found",
        "endpoint path"
      ],
      "zh": [
        "路径错误",
        "地址错误",
        "找不到接口",
        "接口不存在",
        "URL 错误"
      ]
    },
    "slug": "invalidaction-notfound"
  },
  "InvalidAccessKeyId.NotFound": {
    "code": "InvalidAccessKeyId.NotFound",
    "family": "gateway",
    "httpStatus": 404,
    "message": "Specified access key is not found.",
    "pageDescription": null,
    "meaning": {
      "en": "No such access key.",
      "zh": "不存在该 AccessKey。"
    },
    "trigger": {
      "en": "The access key ID is not in the registry.",
      "zh": "AccessKeyId 不在密钥列表中。"
    },
    "fix": {
      "en": "Check the access key ID and that it belongs to this endpoint.",
      "zh": "请核对 AccessKeyId，并确认它属于当前接入地址。"
    },
    "cause": "credentials",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "unknown key",
        "key not found",
        "wrong access key",
        "wrong key",
        "invalid access key",
        "key does not exist",
        "api key",
        "api key invalid",
        "key not valid"
      ],
      "zh": [
        "密钥不存在",
        "AccessKey 错误",
        "AK 不存在",
        "密钥找不到",
        "AccessKeyId 错误",
        "AK 错误",
        "密钥无效",
        "AK 无效"
      ]
    },
    "slug": "invalidaccesskeyid-notfound"
  },
  "InternalError": {
    "code": "InternalError",
    "family": "gateway",
    "httpStatus": 500,
    "message": "The request processing has failed due to some unknown error, exception or failure.",
    "pageDescription": null,
    "meaning": {
      "en": "The gateway failed.",
      "zh": "网关内部故障。"
    },
    "trigger": {
      "en": "The cloud's gateway answers it; the engine answers its own codes.",
      "zh": "由云端网关返回；本引擎使用自身的错误码。"
    },
    "fix": {
      "en": "Try again.",
      "zh": "请重试。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "simulated",
    "part": null,
    "search": {
      "en": [
        "gateway failure",
        "gateway error",
        "unknown gateway error"
      ],
      "zh": [
        "网关错误",
        "网关内部错误"
      ]
    },
    "slug": "internalerror"
  },
  "ServiceUnavailable": {
    "code": "ServiceUnavailable",
    "family": "gateway",
    "httpStatus": 503,
    "message": "The request has failed due to a temporary failure of the server.",
    "pageDescription": null,
    "meaning": {
      "en": "The service is not ready.",
      "zh": "服务暂不可用。"
    },
    "trigger": {
      "en": "The engine is shutting down and takes no new requests.",
      "zh": "引擎正在停止，不再接收新请求。"
    },
    "fix": {
      "en": "Try again after a pause, or another server.",
      "zh": "请稍后重试，或改用其他服务器。"
    },
    "cause": "engine",
    "picture": "none",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "503",
        "server down",
        "unavailable",
        "draining",
        "restarting",
        "shutting down",
        "temporarily unavailable"
      ],
      "zh": [
        "服务不可用",
        "服务器停机",
        "暂时不可用",
        "重启中",
        "正在关闭"
      ]
    },
    "slug": "serviceunavailable"
  }
};

/** The 8 codes of the upload form, answered in XML only. */
export const uploadErrors: { readonly [Code in UploadErrorCode]: ErrorEntry<Code> } = {
  "EntityTooLarge": {
    "code": "EntityTooLarge",
    "family": "upload",
    "httpStatus": 400,
    "message": "Your proposed upload exceeds the maximum allowed object size.",
    "pageDescription": null,
    "meaning": {
      "en": "The uploaded file is too large.",
      "zh": "上传的文件过大。"
    },
    "trigger": {
      "en": "The file exceeds the size the policy allows.",
      "zh": "文件大小超过策略允许的范围。"
    },
    "fix": {
      "en": "Send a smaller picture: at most 4 MB.",
      "zh": "请上传更小的图片：不超过 4 MB。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "upload too large",
        "uploaded file too big",
        "form upload size"
      ],
      "zh": [
        "上传文件过大",
        "上传太大"
      ]
    },
    "slug": "upload-entitytoolarge"
  },
  "MalformedPOSTRequest": {
    "code": "MalformedPOSTRequest",
    "family": "upload",
    "httpStatus": 400,
    "message": "The body of your POST request is not well-formed multipart/form-data.",
    "pageDescription": null,
    "meaning": {
      "en": "The upload's form cannot be read.",
      "zh": "无法解析上传表单。"
    },
    "trigger": {
      "en": "Parts are missing or the boundary is wrong.",
      "zh": "缺少字段或分隔符错误。"
    },
    "fix": {
      "en": "Send multipart/form-data with the file field.",
      "zh": "请发送包含 file 字段的 multipart/form-data。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "multipart malformed",
        "upload form malformed",
        "boundary"
      ],
      "zh": [
        "表单格式错误",
        "multipart 错误"
      ]
    },
    "slug": "upload-malformedpostrequest"
  },
  "RequestTimeout": {
    "code": "RequestTimeout",
    "family": "upload",
    "httpStatus": 400,
    "message": "Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.",
    "pageDescription": null,
    "meaning": {
      "en": "The upload was too slow.",
      "zh": "上传过慢。"
    },
    "trigger": {
      "en": "The file did not arrive within the transfer time.",
      "zh": "文件未在传输时限内到达。"
    },
    "fix": {
      "en": "Try again over a faster connection.",
      "zh": "请在更快的网络下重试。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "upload idle",
        "upload stalled",
        "socket idle"
      ],
      "zh": [
        "上传中断",
        "上传无响应"
      ]
    },
    "slug": "upload-requesttimeout"
  },
  "InvalidArgument": {
    "code": "InvalidArgument",
    "family": "upload",
    "httpStatus": 400,
    "message": "A field of the upload is missing or not valid.",
    "pageDescription": null,
    "meaning": {
      "en": "A field of the upload form is missing.",
      "zh": "上传表单缺少字段。"
    },
    "trigger": {
      "en": "key, policy, Signature or file is absent.",
      "zh": "缺少 key、policy、Signature 或 file。"
    },
    "fix": {
      "en": "Post all fields of the authorisation.",
      "zh": "请提交授权返回的全部字段。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "upload field missing",
        "policy missing",
        "form field invalid"
      ],
      "zh": [
        "上传字段缺失",
        "上传参数错误"
      ]
    },
    "slug": "upload-invalidargument"
  },
  "AccessDenied": {
    "code": "AccessDenied",
    "family": "upload",
    "httpStatus": 403,
    "message": "Invalid according to Policy.",
    "pageDescription": null,
    "meaning": {
      "en": "The upload does not keep to its policy.",
      "zh": "上传不符合其策略。"
    },
    "trigger": {
      "en": "The policy has expired, or key or size differ from what it allows.",
      "zh": "策略已过期，或对象名、大小与策略不符。"
    },
    "fix": {
      "en": "Authorise a new upload and post the file at once.",
      "zh": "请重新申请上传授权并立即上传。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "upload policy expired",
        "upload denied",
        "policy expired"
      ],
      "zh": [
        "上传被拒",
        "策略过期",
        "上传策略过期"
      ]
    },
    "slug": "upload-accessdenied"
  },
  "SignatureDoesNotMatch": {
    "code": "SignatureDoesNotMatch",
    "family": "upload",
    "httpStatus": 403,
    "message": "The request signature we calculated does not match the signature you provided.",
    "pageDescription": null,
    "meaning": {
      "en": "The policy's signature is wrong.",
      "zh": "策略签名不正确。"
    },
    "trigger": {
      "en": "Policy and signature do not belong together.",
      "zh": "策略与签名不匹配。"
    },
    "fix": {
      "en": "Post policy and signature exactly as authorised.",
      "zh": "请原样提交授权返回的策略与签名。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "upload signature",
        "oss signature"
      ],
      "zh": [
        "上传签名错误",
        "OSS 签名"
      ]
    },
    "slug": "upload-signaturedoesnotmatch"
  },
  "InvalidAccessKeyId": {
    "code": "InvalidAccessKeyId",
    "family": "upload",
    "httpStatus": 403,
    "message": "The OSS Access Key Id you provided does not exist in our records.",
    "pageDescription": null,
    "meaning": {
      "en": "The upload's access key is not the one that was issued.",
      "zh": "上传使用的 AccessKey 并非签发的那一个。"
    },
    "trigger": {
      "en": "OSSAccessKeyId differs from the authorisation.",
      "zh": "OSSAccessKeyId 与授权不符。"
    },
    "fix": {
      "en": "Post the fields exactly as authorised.",
      "zh": "请原样提交授权返回的字段。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "never",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "upload key unknown",
        "oss access key"
      ],
      "zh": [
        "上传密钥错误",
        "OSS 密钥"
      ]
    },
    "slug": "upload-invalidaccesskeyid"
  },
  "InternalError": {
    "code": "InternalError",
    "family": "upload",
    "httpStatus": 500,
    "message": "We encountered an internal error. Please try again.",
    "pageDescription": null,
    "meaning": {
      "en": "The upload store failed.",
      "zh": "上传存储故障。"
    },
    "trigger": {
      "en": "Writing the object failed.",
      "zh": "写入对象失败。"
    },
    "fix": {
      "en": "Try again.",
      "zh": "请重试。"
    },
    "cause": "upload",
    "picture": "none",
    "retry": "backoff",
    "reach": "real",
    "part": null,
    "search": {
      "en": [
        "upload server error"
      ],
      "zh": [
        "上传内部错误"
      ]
    },
    "slug": "upload-internalerror"
  }
};

/** Operation and gateway codes: all answers that a call of the action can get. */
export const errorCatalog: { readonly [Code in ErrorCode]: ErrorEntry<Code> } = { ...operationErrors, ...gatewayErrors };
