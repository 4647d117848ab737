import { parseAuthorization } from '../authorization.ts';
import type { Parameter } from '../parameter.ts';
import { decodeParameter, maxParameters, splitParameters } from '../received-parameters.ts';
import { receivedQuery } from '../received-query.ts';
import { headerMap, headerValue, splitTarget } from '../received-request.ts';
import { stringToSignV3 } from '../string-to-sign-v3.ts';
import { acs3HmacSha256 } from '../v3-algorithm.ts';
import type { V3Algorithm } from '../v3-algorithm.ts';
import { algorithmNamed } from '../v3-algorithms.ts';
import type { AccessKey } from '../verification.ts';
import { compareCanonicalRequests } from './compare-caller.ts';
import type { DiagnoseInput } from './diagnosis.ts';
import { difference, provenBy } from './examination.ts';
import type { Examination } from './examination.ts';
import { canonicalRequestOf, hashName } from './material-v3.ts';
import { shortenCanonicalRequest } from './shorten.ts';
import { tryVariations } from './variation.ts';
import { variationsV3 } from './variations-v3.ts';
import type { ContextV3 } from './variations-v3.ts';

/** Default of `budgetBytes`. */
export const defaultBudgetBytes: number = 256 * 1024 * 1024;

/** Form bodies of more bytes than this are not tried as query parameters. */
const maxFormBytes = 1024 * 1024;

/** Examines a V3 request whose signature does not match. */
export async function examineV3(input: DiagnoseInput, key: AccessKey): Promise<Examination> {
  const context = await contextOf(input, key);
  const canonical = canonicalRequestOf(context.material);
  const shown = {
    canonicalRequest: await shortenCanonicalRequest(canonical),
    stringToSign: await stringToSignV3(canonical, context.material.algorithm),
  };
  const trial = await tryVariations(variationsV3(context), input.budgetBytes ?? defaultBudgetBytes);
  const proven = await provenBy(trial);
  if (proven !== undefined) return { ...shown, ...proven };
  const { tried, exhaustive } = trial;
  return {
    ...shown,
    ...(await compareWithCaller(input, { canonical, algorithm: context.material.algorithm, exhaustive })),
    ...(await bodyDifference(context)),
    tried,
    exhaustive,
  };
}

async function contextOf({ request, knownHosts = [] }: DiagnoseInput, key: AccessKey): Promise<ContextV3> {
  const headers = headerMap(request.headers);
  const authorization = parseAuthorization(headerValue(headers, 'authorization') ?? '');
  if (authorization === undefined) throw new Error('The request was verified without an Authorization header.');
  const { path, query } = splitTarget(request.target);
  const algorithm = algorithmNamed(authorization.algorithm) ?? acs3HmacSha256;
  const payloadHash = await algorithm.digestHex(request.body);
  const material = {
    method: request.method.toUpperCase(),
    path,
    query: receivedQuery(query) ?? '',
    headers,
    authorization,
    algorithm,
    payloadHash,
    secret: key.accessKeySecret,
  };
  return {
    material,
    statedHash: headerValue(headers, 'x-acs-content-sha256') ?? payloadHash,
    emptyHash: await algorithm.digestHex(''),
    query: decodeAll(query),
    form: request.body.length > maxFormBytes ? [] : decodeAll(request.body),
    knownHosts,
  };
}

function decodeAll(data: string | Uint8Array): readonly Parameter[] {
  return (splitParameters(data, maxParameters) ?? []).map(decodeParameter);
}

/** A body that does not match its stated hash is reported even when the signature itself cannot be explained. */
async function bodyDifference({ material, statedHash }: ContextV3): Promise<Partial<Examination>> {
  if (statedHash === material.payloadHash) return {};
  const hash = hashName(material.algorithm);
  const shown = { part: 'body', received: `${hash} ${material.payloadHash}`, signed: `${hash} ${statedHash}` };
  return { cause: 'body-changed', certainty: 'seen', firstDifference: await difference(shown) };
}

interface Comparison {
  readonly canonical: string;
  readonly algorithm: V3Algorithm;
  readonly exhaustive: boolean;
}

async function compareWithCaller(
  { caller }: DiagnoseInput,
  { canonical, algorithm, exhaustive }: Comparison,
): Promise<Examination> {
  if (caller?.canonicalRequest !== undefined) {
    const found = compareCanonicalRequests(canonical, caller.canonicalRequest.replaceAll('\r\n', '\n'));
    if (found !== undefined) return { cause: found.cause, certainty: 'seen', firstDifference: await difference(found) };
  } else if (
    caller?.stringToSign !== undefined &&
    caller.stringToSign.trim() !== (await stringToSignV3(canonical, algorithm))
  ) {
    return { cause: 'canonical-request-differs', certainty: 'seen' };
  }
  return { cause: exhaustive ? 'wrong-secret' : 'undetermined', certainty: 'likely' };
}
