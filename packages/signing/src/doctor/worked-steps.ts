import type { Bilingual } from '@semblance/spec/error-catalog';
import { parseAuthorization } from '../authorization.ts';
import { canonicalHeaders } from '../canonical-headers.ts';
import { canonicalRequest } from '../canonical-request.ts';
import { placedParameters } from '../common-parameters-v1.ts';
import { detectDialect } from '../detect-dialect.ts';
import { decodeParameter } from '../received-parameters.ts';
import { receivedQuery } from '../received-query.ts';
import { headerMap, headerValue, splitTarget } from '../received-request.ts';
import type { ReceivedRequest } from '../received-request.ts';
import { signatureV1 } from '../sign-v1.ts';
import { stringToSignV1 } from '../string-to-sign-v1.ts';
import { stringToSignV3 } from '../string-to-sign-v3.ts';
import { acs3HmacSha256 } from '../v3-algorithm.ts';
import { algorithmNamed } from '../v3-algorithms.ts';
import { shortenCanonicalRequest, shownStringToSignV1 } from './shorten.ts';
import { unsigned } from './variations-v1.ts';

/** One step in computing a signature. */
export interface WorkedStep {
  readonly id:
    | 'body-hash'
    | 'canonical-query'
    | 'canonical-headers'
    | 'canonical-request'
    | 'string-to-sign'
    | 'signature';
  readonly title: Bilingual;
  /** The result of the step; long parts shortened. */
  readonly text: string;
}

const titles: Readonly<Record<WorkedStep['id'], Bilingual>> = {
  'body-hash': { en: 'Hash the body', zh: '计算请求体哈希' },
  'canonical-query': { en: 'Sort and encode the query', zh: '排序并编码查询参数' },
  'canonical-headers': { en: 'List the signed headers', zh: '列出参与签名的请求头' },
  'canonical-request': { en: 'Join the canonical request', zh: '拼接规范化请求' },
  'string-to-sign': { en: 'Make the string to sign', zh: '构造待签名字符串' },
  signature: { en: 'Sign it with the secret', zh: '用密钥计算签名' },
};

/**
 * The steps that compute the signature of a request, with the result of each.
 *
 * The last result is a **valid signature**: show it only to the owner of the secret (in a browser or on a command line), never in an answer
 * over the network.
 * @returns `undefined` when the request does not say what was signed.
 */
export async function workedSteps(
  request: ReceivedRequest,
  accessKeySecret: string,
): Promise<readonly WorkedStep[] | undefined> {
  return detectDialect(request.headers) === 'V3'
    ? stepsV3(request, accessKeySecret)
    : stepsV1(request, accessKeySecret);
}

async function stepsV3(request: ReceivedRequest, secret: string): Promise<readonly WorkedStep[] | undefined> {
  const headers = headerMap(request.headers);
  const authorization = parseAuthorization(headerValue(headers, 'authorization') ?? '');
  const target = splitTarget(request.target);
  const query = receivedQuery(target.query);
  if (authorization === undefined || query === undefined) return undefined;
  const { signedHeaders } = authorization;
  const algorithm = algorithmNamed(authorization.algorithm) ?? acs3HmacSha256;
  const payloadHash = await algorithm.digestHex(request.body);
  const listed = canonicalHeaders(headers, signedHeaders.split(';'));
  const method = request.method.toUpperCase();
  const canonical = canonicalRequest({ method, path: target.path, query, headers: listed, signedHeaders, payloadHash });
  const stringToSign = await stringToSignV3(canonical, algorithm);
  return [
    step('body-hash', payloadHash),
    step('canonical-query', await shortenCanonicalRequest(query)),
    step('canonical-headers', await shortenCanonicalRequest(listed)),
    step('canonical-request', await shortenCanonicalRequest(canonical)),
    step('string-to-sign', stringToSign),
    step('signature', await algorithm.hmacHex(secret, stringToSign)),
  ];
}

async function stepsV1(request: ReceivedRequest, secret: string): Promise<readonly WorkedStep[] | undefined> {
  const placed = placedParameters(request);
  if (placed === undefined) return undefined;
  const parameters = unsigned([...placed.query, ...placed.form].map(decodeParameter));
  const method = request.method.toUpperCase();
  const shown = await shownStringToSignV1(method, parameters);
  return [
    step('canonical-query', decodeURIComponent(shown.slice(`${method}&%2F&`.length))),
    step('string-to-sign', shown),
    step('signature', await signatureV1(secret, stringToSignV1({ method, parameters }))),
  ];
}

function step(id: WorkedStep['id'], text: string): WorkedStep {
  return { id, title: titles[id], text };
}
