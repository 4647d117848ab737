import { percentEncode } from '@semblance/signing';
import { signWorkedV1, signWorkedV3, workedBody, workedParameters } from '../site/worked-example.ts';
import type { WorkedInput } from '../site/worked-example.ts';

/** Steps of the header dialect, in order. */
export const stepsV3 = [
  'body',
  'body-hash',
  'canonical-request',
  'string-to-sign',
  'signature',
  'authorization',
] as const;

/** Steps of the parameter dialect, in order. */
export const stepsV1 = ['parameters', 'sorted', 'string-to-sign', 'signature', 'request-body'] as const;

/** A step on the way to a signature. */
export type StepId = (typeof stepsV3)[number] | (typeof stepsV1)[number];

/** Result of each step of one dialect. */
export type StepResults = Readonly<Partial<Record<StepId, string>>>;

/** Every intermediate result of signing `input` in the header dialect. */
export async function resultsV3(input: WorkedInput): Promise<StepResults> {
  const signed = await signWorkedV3(input);
  const authorization = signed.headers['authorization'] ?? '';
  return {
    body: workedBody(input),
    'body-hash': signed.bodySha256,
    'canonical-request': signed.canonicalRequest,
    'string-to-sign': signed.stringToSign,
    signature: authorization.split('Signature=')[1] ?? '',
    authorization,
  };
}

/** Every intermediate result of signing `input` in the parameter dialect. */
export async function resultsV1(input: WorkedInput): Promise<StepResults> {
  const { commonParameters, stringToSign } = await signWorkedV1(input);
  const signature = commonParameters.at(-1)?.[1] ?? '';
  const all = [...commonParameters, ...workedParameters(input)];
  const unsigned = all.filter(([name]) => name !== 'Signature');
  return {
    parameters: unsigned.map(([name, value]) => `${name} = ${value}`).join('\n'),
    sorted: decodeURIComponent(stringToSign.split('&')[2] ?? '').replaceAll('&', '&\n'),
    'string-to-sign': stringToSign,
    signature,
    'request-body': all.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&\n'),
  };
}
