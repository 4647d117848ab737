import { compareText } from '../parameter.ts';
import type { Parameter } from '../parameter.ts';
import { percentEncode } from '../percent-encode.ts';
import type { CauseId } from './cause.ts';
import { wrongEncoders } from './encoders.ts';
import { costOf, reproducesV1 } from './material-v1.ts';
import type { MaterialV1 } from './material-v1.ts';
import { carelessSecrets } from './secret-candidates.ts';
import type { Variation } from './variation.ts';

/** The material of a refused request, and what else is known of it. */
export interface ContextV1 {
  readonly material: MaterialV1;
  readonly secret: string;
  readonly query: readonly Parameter[];
  readonly form: readonly Parameter[];
  /** The action the headers name, which counts for nothing in this dialect. */
  readonly headerAction: string | undefined;
}

/** Every guess about a V1 signature, the likeliest first. */
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

function guess({
  material,
  received = '(see the string to sign)',
  signed = '(not shown)',
  ...shown
}: Guess): Variation {
  return {
    ...shown,
    received,
    signed,
    costBytes: costOf(material),
    reproduces: async () => (await reproducesV1(material)) === 'yes',
  };
}

function* signatureVariations(material: MaterialV1): Generator<Variation> {
  const shown = { part: 'Signature', received: '(not shown)', signed: '(not shown)', costBytes: costOf(material) };
  if (material.signature.includes(' ')) {
    yield guess({
      ...shown,
      cause: 'signature-not-escaped',
      material: { ...material, signature: material.signature.replaceAll(' ', '+') },
    });
  }
  if (/^[0-9a-f]+$/i.test(material.signature)) {
    yield {
      ...shown,
      cause: 'signature-encoding',
      reproduces: async () => (await reproducesV1(material)) === 'written-differently',
    };
  }
  yield {
    ...shown,
    cause: 'wrong-hash-function',
    reproduces: async () => (await reproducesV1(material, 'SHA-256')) !== 'no',
  };
}

function* secretVariations({ material, secret }: ContextV1): Generator<Variation> {
  const shown = { part: 'secret', received: '(not shown)' };
  for (const hmacKey of [secret, `${secret}&&`])
    yield guess({ ...shown, cause: 'secret-without-ampersand', material: { ...material, hmacKey } });

  for (const careless of carelessSecrets(secret))
    yield guess({ ...shown, cause: 'secret-with-white-space', material: { ...material, hmacKey: `${careless}&` } });
}

function* placeVariations({ material, query, form }: ContextV1): Generator<Variation> {
  if (form.length === 0 || query.length === 0) return;
  yield guess({ cause: 'form-not-signed', part: 'form', material: { ...material, parameters: unsigned(query) } });
  yield guess({ cause: 'query-not-signed', part: 'query', material: { ...material, parameters: unsigned(form) } });
}

function* methodVariations(material: MaterialV1): Generator<Variation> {
  const { method } = material;
  for (const signed of ['GET', 'POST', method.toLowerCase()].filter((each) => each !== method)) {
    yield guess({
      cause: 'method-changed',
      part: 'method',
      received: method,
      signed,
      material: { ...material, method: signed },
    });
  }
  yield guess({
    cause: 'path-not-encoded',
    part: 'path',
    received: '%2F',
    signed: '/',
    material: { ...material, path: '/' },
  });
}

function* encodingVariations(material: MaterialV1): Generator<Variation> {
  const part = 'parameters';
  const plus = material.parameters.map(([name, value]) => [name, value.replaceAll(' ', '+')] as const);
  if (material.parameters.some(([, value]) => value.includes(' ')))
    yield guess({ cause: 'plus-not-escaped', part, material: { ...material, parameters: plus } });

  yield guess({ cause: 'not-encoded', part, material: { ...material, encodeJoined: (joined) => joined } });
  for (const [cause, encode] of wrongEncoders) {
    yield guess({ cause, part, material: { ...material, encode } });
    yield guess({ cause, part, material: { ...material, encode, encodeJoined: encode } });
  }
  yield guess({ cause: 'not-sorted', part, material: { ...material, sort: 'none' } });
  yield guess({ cause: 'not-sorted', part, material: { ...material, sort: ignoringCase } });
  yield guess({ cause: 'not-sorted', part, material: { ...material, sort: byEncodedName } });
}

function* parameterVariations({ material, headerAction }: ContextV1): Generator<Variation> {
  const { parameters } = material;
  const filled = parameters.filter(([, value]) => value !== '');
  if (filled.length < parameters.length) {
    yield guess({
      cause: 'empty-parameters-dropped',
      part: 'parameters',
      material: { ...material, parameters: filled },
    });
  }
  for (const dropped of parameters) {
    const rest = parameters.filter((each) => each !== dropped);
    yield guess({
      cause: 'parameter-not-signed',
      part: dropped[0],
      signed: '(left out)',
      material: { ...material, parameters: rest },
    });
  }
  const action = parameters.find(([name]) => name === 'Action')?.[1];
  if (headerAction === undefined || headerAction === action) return;
  const renamed = parameters.map(([name, value]) => [name, name === 'Action' ? headerAction : value] as const);
  const shown = { part: 'Action', received: action ?? '', signed: headerAction };
  yield guess({ ...shown, cause: 'action-changed', material: { ...material, parameters: renamed } });
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
