import { headerValue } from '../received-request.ts';
import { compareText } from '../parameter.ts';
import type { Parameter } from '../parameter.ts';
import { percentEncode } from '../percent-encode.ts';
import type { CauseId } from './cause.ts';
import { wrongEncoders } from './encoders.ts';
import type { Encoder } from './encoders.ts';
import { hostCandidates } from './host-candidates.ts';
import { canonicalRequestOf, hashName, reproducesV3, withHeader } from './material-v3.ts';
import type { MaterialV3, SigningManner } from './material-v3.ts';
import { carelessSecrets, secretName } from './secret-candidates.ts';
import type { Variation } from './variation.ts';

/** The material of a refused request, and what else is known of it. */
export interface ContextV3 {
  /** With the hash of the body that arrived. */
  readonly material: MaterialV3;
  /** The hash stated in `x-acs-content-sha256`. */
  readonly statedHash: string;
  /** The hash of zero bytes. */
  readonly emptyHash: string;
  /** Query parameters in the order received, decoded. */
  readonly query: readonly Parameter[];
  /** Form parameters, decoded; empty for a large body. */
  readonly form: readonly Parameter[];
  readonly knownHosts: readonly string[];
}

/**
 * All variations of a V3 signature, the likeliest first. Those about other parts use the stated body hash, so that one of two faults is
 * still found.
 */
export function* variationsV3(context: ContextV3): Generator<Variation> {
  const stated = { ...context.material, payloadHash: context.statedHash };
  yield* bodyVariations(context);
  yield* hostVariations(context, stated);
  yield* secretVariations(stated);
  yield* queryVariations(context, stated);
  yield* requestLineVariations(stated);
  yield* headerVariations(context, stated);
  yield* mannerVariations(stated);
}

interface Guess {
  readonly cause: CauseId;
  readonly part: string;
  readonly received: string;
  readonly signed: string;
  readonly material: MaterialV3;
  readonly manner?: SigningManner;
}

function guess({ material, manner = 'right', ...shown }: Guess): Variation {
  const costBytes = canonicalRequestOf(material).length;
  return { ...shown, costBytes, reproduces: async () => (await reproducesV3(material, manner)) === 'yes' };
}

function* bodyVariations({ material, statedHash, emptyHash }: ContextV3): Generator<Variation> {
  const hash = hashName(material.algorithm);
  const received = `${hash} ${material.payloadHash}`;
  if (statedHash !== material.payloadHash) {
    const cause = statedHash === emptyHash ? 'body-not-hashed' : 'body-changed';
    const signed = `${hash} ${statedHash}`;
    yield guess({ cause, part: 'body', received, signed, material: { ...material, payloadHash: statedHash } });
  }
  const unhashed = { ...material, payloadHash: emptyHash };
  yield guess({
    cause: 'body-not-hashed',
    part: 'body',
    received,
    signed: `${hash} ${emptyHash}`,
    material: unhashed,
  });
}

function* hostVariations({ knownHosts }: ContextV3, material: MaterialV3): Generator<Variation> {
  const received = headerValue(material.headers, 'host') ?? '';
  for (const host of hostCandidates(material.headers, knownHosts)) {
    yield guess({
      cause: 'host-rewritten',
      part: 'host',
      received,
      signed: host,
      material: withHeader(material, 'host', host),
    });
  }
}

function* secretVariations(material: MaterialV3): Generator<Variation> {
  const shown = { part: 'secret', received: secretName };
  yield guess({
    ...shown,
    cause: 'secret-with-ampersand',
    signed: `${secretName} + "&"`,
    material: { ...material, secret: `${material.secret}&` },
  });
  for (const { secret, written } of carelessSecrets(material.secret))
    yield guess({ ...shown, cause: 'secret-with-white-space', signed: written, material: { ...material, secret } });
}

function* queryVariations({ query, form, emptyHash }: ContextV3, material: MaterialV3): Generator<Variation> {
  const shown = { part: 'query', received: material.query };
  const sorted = [...query].sort(byNameAndValue);
  const signedAs = (cause: CauseId, signed: string, part = 'query'): Variation =>
    guess({ ...shown, part, cause, signed, material: { ...material, query: signed } });
  if (query.length > 0) yield signedAs('query-not-signed', '');
  if (query.some(hasSpace)) yield signedAs('plus-not-escaped', joinWith(percentEncode, sorted.map(spacesToPlus)));
  for (const [cause, encode] of wrongEncoders) yield signedAs(cause, joinWith(encode, sorted));
  yield signedAs('not-sorted', joinWith(percentEncode, query));
  if (query.length > 1) {
    for (const dropped of sorted) {
      yield signedAs(
        'parameter-not-signed',
        joinWith(
          percentEncode,
          sorted.filter((each) => each !== dropped),
        ),
        dropped[0],
      );
    }
  }
  yield signedAs(
    'empty-parameters-dropped',
    joinWith(
      percentEncode,
      sorted.filter(([, value]) => value !== ''),
    ),
  );
  if (form.length > 0) {
    const both = joinWith(percentEncode, [...query, ...form].sort(byNameAndValue));
    yield signedAs('form-in-query', both);
    yield guess({
      ...shown,
      cause: 'form-in-query',
      signed: both,
      material: { ...material, query: both, payloadHash: emptyHash },
    });
  }
}

function* requestLineVariations(material: MaterialV3): Generator<Variation> {
  const { method, path } = material;
  for (const signed of ['GET', 'POST', 'PUT', method.toLowerCase()].filter((each) => each !== method)) {
    yield guess({
      cause: 'method-changed',
      part: 'method',
      received: method,
      signed,
      material: { ...material, method: signed },
    });
  }
  for (const signed of ['/', '', `${path}/`].filter((each) => each !== path)) {
    yield guess({
      cause: 'path-changed',
      part: 'path',
      received: path,
      signed,
      material: { ...material, path: signed },
    });
  }
}

function* headerVariations({ query, form }: ContextV3, material: MaterialV3): Generator<Variation> {
  const type = headerValue(material.headers, 'content-type');
  for (const signed of contentTypes.filter((each) => type !== undefined && each !== type)) {
    yield guess({
      cause: 'content-type-changed',
      part: 'content-type',
      received: type ?? '',
      signed,
      material: withHeader(material, 'content-type', signed),
    });
  }
  const received = headerValue(material.headers, 'x-acs-action') ?? '';
  for (const [name, signed] of [...query, ...form]) {
    if (name === 'Action' && signed !== received) {
      yield guess({
        cause: 'action-changed',
        part: 'x-acs-action',
        received,
        signed,
        material: withHeader(material, 'x-acs-action', signed),
      });
    }
  }
}

const form = 'application/x-www-form-urlencoded';
const contentTypes = [
  form,
  `${form}; charset=utf-8`,
  `${form};charset=utf-8`,
  `${form}; charset=UTF-8`,
  `${form};charset=UTF-8`,
  'application/json',
  'application/json; charset=utf-8',
  '',
];

function* mannerVariations(material: MaterialV3): Generator<Variation> {
  const { name } = material.algorithm;
  const hash = hashName(material.algorithm);
  yield guess({
    cause: 'blank-line-missing',
    part: 'canonical headers',
    received: String.raw`canonical headers + "\n\n" + signed headers`,
    signed: String.raw`canonical headers + "\n" + signed headers`,
    material,
    manner: 'no-blank-line',
  });
  yield guess({
    cause: 'canonical-request-not-hashed',
    part: 'string to sign',
    received: String.raw`"${name}\n" + hex(${hash}(canonical request))`,
    signed: String.raw`"${name}\n" + canonical request`,
    material,
    manner: 'not-hashed',
  });
  yield guess({
    cause: 'wrong-hash-function',
    part: 'signature',
    received: `HMAC-${hash}`,
    signed: 'HMAC-SHA1',
    material,
    manner: 'sha1',
  });
  const { signature } = material.authorization;
  yield {
    cause: 'signature-encoding',
    part: 'signature',
    received: 'hex, lower case',
    signed: /^[0-9A-F]+$/iu.test(signature) ? 'HEX, upper case' : 'Base64',
    costBytes: canonicalRequestOf(material).length,
    reproduces: async () => (await reproducesV3(material)) === 'written-differently',
  };
}

function joinWith(encode: Encoder, parameters: readonly Parameter[]): string {
  return parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

function byNameAndValue(left: Parameter, right: Parameter): number {
  return compareText(left[0], right[0]) || compareText(left[1], right[1]);
}

function hasSpace([name, value]: Parameter): boolean {
  return name.includes(' ') || value.includes(' ');
}

function spacesToPlus([name, value]: Parameter): Parameter {
  return [name, value.replaceAll(' ', '+')];
}
