import type { Bilingual } from '@semblance/spec/error-catalog';

/** Name of a cause. */
export type CauseId =
  | 'accepted'
  | 'not-signed'
  | 'not-covered'
  | 'unsupported-algorithm'
  | 'unknown-key'
  | 'security-token'
  | 'malformed-date'
  | 'clock-skew'
  | 'host-rewritten'
  | 'body-changed'
  | 'body-not-hashed'
  | 'method-changed'
  | 'path-changed'
  | 'query-not-signed'
  | 'parameter-not-signed'
  | 'form-not-signed'
  | 'form-in-query'
  | 'plus-not-escaped'
  | 'space-as-plus'
  | 'lower-case-hex'
  | 'too-few-escapes'
  | 'not-encoded'
  | 'not-sorted'
  | 'empty-parameters-dropped'
  | 'path-not-encoded'
  | 'content-type-changed'
  | 'action-changed'
  | 'blank-line-missing'
  | 'canonical-request-not-hashed'
  | 'secret-with-ampersand'
  | 'secret-without-ampersand'
  | 'secret-with-white-space'
  | 'wrong-hash-function'
  | 'signature-encoding'
  | 'signature-not-escaped'
  | 'canonical-request-differs'
  | 'undetermined'
  | 'wrong-secret';

/**
 * Why a signature is refused, and what to do. The first group is evident from the request, the second is found by recomputing the signature
 * with one thing changed.
 */
export const causes: Readonly<Record<CauseId, Bilingual>> = {
  accepted: {
    en: 'The signature is valid.',
    zh: '签名正确。',
  },
  'not-signed': {
    en: 'The request carries no complete signature. Send every common parameter of the dialect.',
    zh: '请求缺少完整的签名，请按所用签名方式发送全部公共参数。',
  },
  'not-covered': {
    en: 'The signature does not cover what it has to. Sign host, content-type and every x-acs-* header, each once, names in ascending order.',
    zh: '签名覆盖的内容不完整。host、content-type 与所有 x-acs-* 请求头都必须签名，各出现一次，按名称升序排列。',
  },
  'unsupported-algorithm': {
    en: 'The signature algorithm is not supported. Use ACS3-HMAC-SHA256, or HMAC-SHA1 with SignatureVersion 1.0.',
    zh: '不支持该签名算法，请使用 ACS3-HMAC-SHA256，或 HMAC-SHA1(SignatureVersion 1.0)。',
  },
  'unknown-key': {
    en: 'The AccessKeyId is unknown here or disabled. Check the ID, and that it belongs to this server.',
    zh: '此服务器上没有该 AccessKeyId，或该 AccessKeyId 已停用。请检查 ID 是否属于此服务器。',
  },
  'security-token': {
    en: 'The security token does not fit the AccessKeyId. Send the token issued with a temporary key, and none with a permanent key.',
    zh: '安全令牌与 AccessKeyId 不符。临时密钥须携带一同签发的令牌，长期密钥不得携带令牌。',
  },
  'malformed-date': {
    en: 'The date is not of the form YYYY-MM-DDThh:mm:ssZ in UTC.',
    zh: '时间格式不正确，应为 UTC 的 YYYY-MM-DDThh:mm:ssZ。',
  },
  'clock-skew': {
    en: "The caller's clock is off, or the request was signed too long ago. Synchronise the clock and sign every attempt anew.",
    zh: '调用方时钟不准，或签名距今过久。请校准时钟，并在每次发送前重新签名。',
  },
  'host-rewritten': {
    en: 'Another Host was signed than arrived: a proxy rewrote it, or the port was left out. Sign the Host exactly as sent, and let the proxy pass it on.',
    zh: '签名所用的 Host 与收到的不同：代理改写了 Host，或遗漏了端口。请按实际发送的 Host 签名，并让代理原样转发。',
  },
  'body-changed': {
    en: 'The body received is not the one that was hashed. Hash the exact bytes sent; let no proxy or HTTP library encode them again.',
    zh: '收到的请求体与计算哈希时不同。请对实际发送的字节计算哈希，不要让代理或 HTTP 库再次编码。',
  },
  'body-not-hashed': {
    en: 'The hash of an empty body was signed although a body was sent. Hash the form body.',
    zh: '请求带有请求体，但签名使用的是空内容的哈希。请对表单请求体计算哈希。',
  },
  'method-changed': {
    en: 'Another HTTP method was signed than used.',
    zh: '签名所用的 HTTP 方法与实际使用的不同。',
  },
  'path-changed': {
    en: 'Another path was signed than requested. The path is "/" for every operation.',
    zh: '签名所用的路径与实际请求的不同。所有操作的路径都是 "/"。',
  },
  'query-not-signed': {
    en: 'The query parameters were left out of the signature.',
    zh: '签名遗漏了查询参数。',
  },
  'parameter-not-signed': {
    en: 'One parameter was not signed: it was added after signing, or left out while signing.',
    zh: '有一个参数未参与签名：它在签名之后才被加入，或签名时被遗漏。',
  },
  'form-not-signed': {
    en: 'The form parameters were left out of the signature. This dialect signs query and form together.',
    zh: '签名遗漏了表单参数。此签名方式须将查询参数与表单参数一并签名。',
  },
  'form-in-query': {
    en: 'The form parameters were signed as if they were query parameters. This dialect covers them by the hash of the body.',
    zh: '表单参数被当作查询参数参与签名。此签名方式通过请求体哈希覆盖表单参数。',
  },
  'plus-not-escaped': {
    en: 'A "+" was sent without escaping and arrived as a space. Send it as %2B.',
    zh: '"+" 未经转义发送，到达时变成了空格。请以 %2B 发送。',
  },
  'space-as-plus': {
    en: 'Spaces were signed as "+". Encode them as %20 while signing; form encoders need that replaced, with * as %2A and ~ as it is.',
    zh: '签名时空格被编码为 "+"。签名时应编码为 %20；使用表单编码函数时须替换，并将 * 编码为 %2A、~ 保持不变。',
  },
  'lower-case-hex': {
    en: 'Escapes were signed with lower-case hex digits. Use upper case: %2B, not %2b.',
    zh: '签名时百分号编码使用了小写十六进制。请使用大写：%2B 而非 %2b。',
  },
  'too-few-escapes': {
    en: "The characters ! ' ( ) * were signed without escaping. Encode them too: %21 %27 %28 %29 %2A.",
    zh: "签名时字符 ! ' ( ) * 未编码。请一并编码为 %21 %27 %28 %29 %2A。",
  },
  'not-encoded': {
    en: 'Names and values were signed without percent-encoding, or encoded once where the dialect wants it twice.',
    zh: '签名时参数名和值未做百分号编码，或应编码两次时只编码了一次。',
  },
  'not-sorted': {
    en: 'The parameters were not sorted by character code (capitals before small letters) while signing.',
    zh: '签名时参数未按字符编码排序（大写字母在小写字母之前）。',
  },
  'empty-parameters-dropped': {
    en: 'Parameters with an empty value were left out while signing. They count as "name=".',
    zh: '签名时忽略了空值参数。空值参数应以 "名称=" 参与签名。',
  },
  'path-not-encoded': {
    en: 'The path stands as "/" in the string to sign. Write %2F.',
    zh: '待签名字符串中的路径写成了 "/"，应写为 %2F。',
  },
  'content-type-changed': {
    en: 'Another Content-Type was signed than arrived, usually because an HTTP library added a charset. Sign the value that is sent.',
    zh: '签名所用的 Content-Type 与收到的不同，通常是 HTTP 库附加了 charset。请按实际发送的值签名。',
  },
  'action-changed': {
    en: 'The action in the headers and the action among the parameters differ, and the other one was signed.',
    zh: '请求头与参数中的 Action 不一致，而签名使用的是另一个。',
  },
  'blank-line-missing': {
    en: 'The empty line after the canonical headers is missing: every header line ends in a line feed, the last one too.',
    zh: '规范化请求头之后缺少空行：每个请求头行都以换行符结束，最后一行也不例外。',
  },
  'canonical-request-not-hashed': {
    en: 'The canonical request itself was signed. Sign the algorithm name, a line feed and the SHA-256 of the canonical request.',
    zh: '直接对规范化请求做了签名。应对“算法名、换行符、规范化请求的 SHA-256”签名。',
  },
  'secret-with-ampersand': {
    en: 'The secret was used with "&" appended. ACS3-HMAC-SHA256 takes the bare secret.',
    zh: '密钥末尾被加上了 "&"。ACS3-HMAC-SHA256 直接使用密钥本身。',
  },
  'secret-without-ampersand': {
    en: 'The bare secret was used. HMAC-SHA1 takes the secret with "&" appended, once.',
    zh: '直接使用了密钥本身。HMAC-SHA1 须在密钥末尾加上一个 "&"。',
  },
  'secret-with-white-space': {
    en: 'The secret was used with white space around it, as it comes out of a file or a clipboard. Trim it.',
    zh: '密钥前后带有空白字符，通常来自文件或剪贴板。请去除空白。',
  },
  'wrong-hash-function': {
    en: 'The hash function of the other dialect was used.',
    zh: '使用了另一种签名方式的哈希算法。',
  },
  'signature-encoding': {
    en: 'The signature is right but written differently: V3 wants lower-case hex, V1 wants Base64.',
    zh: '签名计算正确但书写形式不对：V3 使用小写十六进制，V1 使用 Base64。',
  },
  'signature-not-escaped': {
    en: 'The signature is right, but its "+" was not escaped and arrived as a space. Send it as %2B.',
    zh: '签名计算正确，但其中的 "+" 未转义，到达时变成了空格。请以 %2B 发送。',
  },
  'canonical-request-differs': {
    en: 'The canonical request the caller computed differs from the one this request has.',
    zh: '调用方计算的规范化请求与此请求的不同。',
  },
  'wrong-secret': {
    en: 'Nothing tried reproduces the signature: most likely the AccessKeySecret is another one than this AccessKeyId has.',
    zh: '所有尝试都无法重现该签名：很可能 AccessKeySecret 与此 AccessKeyId 不匹配。',
  },
  undetermined: {
    en: 'The request is too large to try everything on a server: most likely the AccessKeySecret is another one than this AccessKeyId has. Else paste a captured copy into the signature lab of the documentation.',
    zh: '请求过大，服务器无法逐一尝试：很可能 AccessKeySecret 与此 AccessKeyId 不匹配。否则，请将抓取的请求粘贴到文档的签名实验室。',
  },
};
