import { compareText } from '../parameter.ts';
import type { Parameter } from '../parameter.ts';
import { percentEncode } from '../percent-encode.ts';
import type { CauseId } from './cause.ts';
import { wrongEncoders } from './encoders.ts';
import { costOf, reproducesV1, stringToSignOf } from './material-v1.ts';
import type { MaterialV1 } from './material-v1.ts';
import { pictureNames } from './mismatch-continuation.ts';
import { carelessSecrets, secretName } from './secret-candidates.ts';
import type { Variation } from './variation.ts';

/** The material of a refused request, and what else is known of it. */
export interface ContextV1 {
  readonly material: MaterialV1;
  readonly secret: string;
  readonly query: readonly Parameter[];
  readonly form: readonly Parameter[];
  /** The action named in the headers, which this dialect ignores. */
  readonly headerAction: string | undefined;
}

/** All variations of a V1 signature, the likeliest first. */
export function* variationsV1(context: ContextV1): Generator<Variation> {
  yield* signatureVariations(context.material);
  yield* secretVariations(context);
  yield* placeVariations(context);
  yield* methodVariations(context.material);
  yield* encodingVariations(context.material);
  yield* parameterVariations(context);
}

interface Guess {
  readonly cause: CauseId;
  readonly part: string;
  readonly received?: string;
  readonly signed?: string;
  readonly material: MaterialV1;
}

/** The difference is shown around the first place where the two strings to sign differ, and is computed on access. */
function guess({ material, received, signed, ...shown }: Guess, actual: MaterialV1): Variation {
  let parted: readonly [string, string] | undefined;
  const fromStrings = (): readonly [string, string] =>
    (parted ??= partedStrings(shownString(actual), shownString(material)));
  return {
    ...shown,
    get received() {
      return received ?? fromStrings()[0];
    },
    get signed() {
      return signed ?? fromStrings()[1];
    },
    costBytes: costOf(material),
    reproduces: async () => (await reproducesV1(material)) === 'yes',
  };
}

/** The string to sign without the security token and without the content of pictures. */
function shownString(material: MaterialV1): string {
  const parameters = material.parameters.map(([name, value]) => [name, shownValue(name, value)] as const);
  return stringToSignOf({ ...material, parameters });
}

/** For a picture, only the Base64 characters that encoders treat differently, with one `x` for each run of others. */
function shownValue(name: string, value: string): string {
  if (name === 'SecurityToken') return '';
  return pictureNames.has(name) ? value.replaceAll(/[^+/= ]+/g, 'x') : value;
}

/** Characters shown before and after the place where two strings begin to differ. */
const [before, behind] = [12, 48];

function partedStrings(received: string, signed: string): readonly [string, string] {
  let at = 0;
  while (at < received.length && received[at] === signed[at]) at += 1;
  const from = Math.max(0, at - before);
  const cut = (text: string): string =>
    `${from === 0 ? '' : '…'}${text.slice(from, at + behind)}${text.length > at + behind ? '…' : ''}`;
  return [cut(received), cut(signed)];
}

function* signatureVariations(material: MaterialV1): Generator<Variation> {
  const shown = { part: 'Signature', costBytes: costOf(material) };
  if (material.signature.includes(' ')) {
    const escaped = { ...material, signature: material.signature.replaceAll(' ', '+') };
    const words = { received: '" "', signed: '"+"' };
    yield guess({ ...shown, ...words, cause: 'signature-not-escaped', material: escaped }, material);
  }
  if (/^[0-9a-f]+$/i.test(material.signature)) {
    yield {
      ...shown,
      cause: 'signature-encoding',
      received: 'Base64',
      signed: 'hex',
      reproduces: async () => (await reproducesV1(material)) === 'written-differently',
    };
  }
  yield {
    ...shown,
    cause: 'wrong-hash-function',
    received: 'HMAC-SHA1',
    signed: 'HMAC-SHA256',
    reproduces: async () => (await reproducesV1(material, 'SHA-256')) !== 'no',
  };
}

function* secretVariations({ material, secret }: ContextV1): Generator<Variation> {
  const shown = { part: 'secret', received: `${secretName} + "&"` };
  const keys = [
    { hmacKey: secret, signed: secretName },
    { hmacKey: `${secret}&&`, signed: `${secretName} + "&&"` },
  ];
  for (const { hmacKey, signed } of keys)
    yield guess({ ...shown, signed, cause: 'secret-without-ampersand', material: { ...material, hmacKey } }, material);

  for (const { secret: careless, written } of carelessSecrets(secret)) {
    const used = { ...material, hmacKey: `${careless}&` };
    yield guess({ ...shown, signed: `${written} + "&"`, cause: 'secret-with-white-space', material: used }, material);
  }
}

function* placeVariations({ material, query, form }: ContextV1): Generator<Variation> {
  if (form.length === 0 || query.length === 0) return;
  yield guess(
    { cause: 'form-not-signed', part: 'form', material: { ...material, parameters: unsigned(query) } },
    material,
  );
  yield guess(
    { cause: 'query-not-signed', part: 'query', material: { ...material, parameters: unsigned(form) } },
    material,
  );
}

function* methodVariations(material: MaterialV1): Generator<Variation> {
  const { method } = material;
  for (const signed of ['GET', 'POST', method.toLowerCase()].filter((each) => each !== method)) {
    yield guess(
      {
        cause: 'method-changed',
        part: 'method',
        received: method,
        signed,
        material: { ...material, method: signed },
      },
      material,
    );
  }
  yield guess(
    {
      cause: 'path-not-encoded',
      part: 'path',
      received: '%2F',
      signed: '/',
      material: { ...material, path: '/' },
    },
    material,
  );
}

function* encodingVariations(material: MaterialV1): Generator<Variation> {
  const part = 'parameters';
  const plus = material.parameters.map(([name, value]) => [name, value.replaceAll(' ', '+')] as const);
  if (material.parameters.some(([, value]) => value.includes(' ')))
    yield guess({ cause: 'plus-not-escaped', part, material: { ...material, parameters: plus } }, material);

  yield guess({ cause: 'not-encoded', part, material: { ...material, encodeJoined: (joined) => joined } }, material);
  for (const [cause, encode] of wrongEncoders) {
    yield guess({ cause, part, material: { ...material, encode } }, material);
    yield guess({ cause, part, material: { ...material, encode, encodeJoined: encode } }, material);
  }
  yield guess({ cause: 'not-sorted', part, material: { ...material, sort: 'none' } }, material);
  yield guess({ cause: 'not-sorted', part, material: { ...material, sort: ignoringCase } }, material);
  yield guess({ cause: 'not-sorted', part, material: { ...material, sort: byEncodedName } }, material);
}

function* parameterVariations({ material, headerAction }: ContextV1): Generator<Variation> {
  const { parameters } = material;
  const filled = parameters.filter(([, value]) => value !== '');
  if (filled.length < parameters.length) {
    yield guess(
      {
        cause: 'empty-parameters-dropped',
        part: 'parameters',
        material: { ...material, parameters: filled },
      },
      material,
    );
  }
  for (const dropped of parameters) {
    const rest = parameters.filter((each) => each !== dropped);
    yield guess(
      {
        cause: 'parameter-not-signed',
        part: dropped[0],
        signed: '(left out)',
        material: { ...material, parameters: rest },
      },
      material,
    );
  }
  const action = parameters.find(([name]) => name === 'Action')?.[1];
  if (headerAction === undefined || headerAction === action) return;
  const renamed = parameters.map(([name, value]) => [name, name === 'Action' ? headerAction : value] as const);
  const shown = { part: 'Action', received: action ?? '', signed: headerAction };
  yield guess({ ...shown, cause: 'action-changed', material: { ...material, parameters: renamed } }, material);
}

/** Parameters without the signature itself. */
export function unsigned(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.filter(([name]) => name !== 'Signature');
}

function ignoringCase(left: Parameter, right: Parameter): number {
  return compareText(left[0].toLowerCase(), right[0].toLowerCase());
}

function byEncodedName(left: Parameter, right: Parameter): number {
  return compareText(percentEncode(left[0]), percentEncode(right[0]));
}
