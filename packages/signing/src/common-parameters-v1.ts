import { decodeText } from './encoded-text.ts';
import { maxParameters, splitParameters } from './received-parameters.ts';
import type { ReceivedParameter } from './received-parameters.ts';
import { splitTarget } from './received-request.ts';
import type { ReceivedRequest } from './received-request.ts';
import { v1Method, v1Version } from './sign-v1.ts';
import { refuse } from './verification.ts';
import type { VerificationFailure } from './verification.ts';

/** The parameters of a V1 request, by place. */
export interface PlacedParameters {
  readonly query: readonly ReceivedParameter[];
  readonly form: readonly ReceivedParameter[];
}

/** Splits query and body; `undefined` when there are too many parameters. */
export function placedParameters(request: ReceivedRequest): PlacedParameters | undefined {
  const query = splitParameters(splitTarget(request.target).query, maxParameters);
  const form = splitParameters(request.body, maxParameters);
  return query === undefined || form === undefined ? undefined : { query, form };
}

/** Required common parameters, in the order in which missing ones are reported. */
const required = [
  'Action',
  'Version',
  'AccessKeyId',
  'Signature',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'Timestamp',
] as const;

/** Name of a required common parameter. */
type CommonName = (typeof required)[number];
type CommonText = Record<CommonName, string>;
type Refusal = { readonly ok: false; readonly failure: VerificationFailure };
/** The common parameters, or why the request is refused. */
export type CommonCheck =
  | { readonly ok: true; readonly text: CommonText; readonly securityToken: string | undefined }
  | Refusal;

/** Reads the common parameters: each at most once, the required ones present and not empty, the method supported. */
export function readCommon(parameters: readonly ReceivedParameter[]): CommonCheck {
  const found = new Map<string, string>();
  const wanted = new Set<string>([...required, 'SecurityToken', 'Format']);
  for (const { name, encodedValue } of parameters) {
    if (wanted.has(name)) {
      if (found.has(name)) return refuse('IncompleteSignature', `The parameter ${name} occurs more than once.`);
      if (encodedValue.end - encodedValue.start > maxCommonBytes)
        return refuse('IncompleteSignature', `The parameter ${name} is too long.`);
      found.set(name, decodeText(encodedValue));
    }
  }
  for (const name of required)
    if ((found.get(name) ?? '') === '') return refuse(`Missing${name}`, `The parameter ${name} is missing.`);

  const text = Object.fromEntries(required.map((name) => [name, found.get(name) ?? ''])) as CommonText;
  return methodFault(text) ?? { ok: true, text, securityToken: found.get('SecurityToken') };
}

/** Most encoded bytes of a common parameter; the longest, security tokens, have a few kilobytes. */
const maxCommonBytes = 65_536;

function methodFault({ SignatureMethod: method, SignatureVersion: version }: CommonText): Refusal | undefined {
  if (method.toUpperCase() !== v1Method)
    return refuse('InvalidSignatureMethod', `SignatureMethod must be ${v1Method}.`);
  if (version !== v1Version) return refuse('InvalidSignatureMethod', `SignatureVersion must be ${v1Version}.`);
  return undefined;
}
