import { getMaxLength } from '@typespec/compiler';
import type { Program } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { actionsOf, isPicture } from './actions.ts';
import { enumNamed, modelNamed } from './lookup.ts';
import type { Bilingual } from './text-types.ts';

/** A value recorded by `@limit`. */
interface Limit {
  readonly name: string;
  readonly value: unknown;
}

/** Limits of one service type, as `@serviceType` states them. */
export interface ServiceTypeInfo {
  readonly minPixels: number;
  readonly maxPixels: number;
  readonly comparable: boolean;
  readonly title: Bilingual;
}

/** All limits of the contract and the limits derived from them. */
export interface LimitValues {
  readonly pictureMaxBytes: number;
  /** Characters of the Base64 of the largest picture. */
  readonly pictureBase64MaxLength: number;
  /** Base64 characters of a picture that always fit into a query. */
  readonly queryPictureMaxLength: number;
  /** Largest upload in bytes: more than a picture, so that the comparison can report what is wrong with it. */
  readonly uploadMaxBytes: number;
  /** Encoded bytes of one field, and of a whole form. */
  readonly formFieldMaxBytes: number;
  readonly formBodyMaxBytes: number;
  readonly transferTimeoutMs: number;
  readonly clockWindowMinutes: number;
  readonly headerMaxBytes: number;
  readonly instanceNameMaxLength: number;
  readonly instanceNameForbidden: string;
  readonly instanceIdPattern: string;
  readonly documentationBaseUrl: string;
  readonly mismatchMessageV1: string;
  readonly pictureFormats: readonly string[];
  readonly serviceTypes: Readonly<Record<string, ServiceTypeInfo>>;
}

/** Largest upload as a multiple of the largest picture. */
const uploadShare = 2;
/** Share of the header limit reserved for everything except two pictures. */
const headerShareOfOthers = 1 / 8;
/** Bytes one Base64 character may take in a form: `+`, `/` and `=` are escaped. */
const escapedCharacterMaxBytes = 3;
/** Base64 has four characters for three bytes. */
const formBytesPerPictureByte = (4 / 3) * escapedCharacterMaxBytes;
/** A picture up to this multiple of the limit is read, so that it is refused with the code for its size. */
const oversizeShare = 1.25;

/** Reads the limits. @throws for one that is missing or of the wrong kind. */
export function limitValues(program: Program): LimitValues {
  const all = new Map([...recorded<Limit[]>(program, 'limit').values()].flat().map(({ name, value }) => [name, value]));
  const number = (name: string): number => {
    const value = Number(String(all.get(name)));
    if (!Number.isSafeInteger(value) || value <= 0) throw new Error(`the limit ${name} is not a positive whole number`);
    return value;
  };
  const text = (name: string): string => {
    const value = all.get(name);
    if (typeof value !== 'string') throw new Error(`the limit ${name} is not a text`);
    return value;
  };
  const pictureMaxBytes = number('pictureMaxBytes');
  const fieldBytes = Math.ceil(pictureMaxBytes * formBytesPerPictureByte * oversizeShare);
  const headerMaxBytes = number('headerMaxBytes');
  return {
    pictureMaxBytes,
    pictureBase64MaxLength: base64Length(pictureMaxBytes),
    queryPictureMaxLength: queryShare(headerMaxBytes),
    uploadMaxBytes: uploadShare * pictureMaxBytes,
    formFieldMaxBytes: fieldBytes,
    formBodyMaxBytes:
      fieldBytes * Math.max(...actionsOf(program).map(({ parameters }) => parameters.filter(isPicture).length)),
    transferTimeoutMs: number('transferTimeoutMs'),
    clockWindowMinutes: number('clockWindowMinutes'),
    headerMaxBytes,
    instanceNameMaxLength: instanceNameMaxLength(program),
    instanceNameForbidden: text('instanceNameForbidden'),
    instanceIdPattern: text('instanceIdPattern'),
    documentationBaseUrl: text('documentationBaseUrl'),
    mismatchMessageV1: text('mismatchMessageV1'),
    pictureFormats: [...enumNamed(program, 'PictureFormat').members.keys()],
    serviceTypes: serviceTypes(program),
  };
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

function queryShare(headerMaxBytes: number): number {
  const each = (headerMaxBytes * (1 - headerShareOfOthers)) / 2 / escapedCharacterMaxBytes;
  return Math.floor(each / 4) * 4;
}

function instanceNameMaxLength(program: Program): number {
  const property = modelNamed(program, 'CompareSimilarByImageForm').properties.get('InstanceName');
  const length = property === undefined ? undefined : getMaxLength(program, property);
  if (length === undefined) throw new Error('InstanceName has no @maxLength');
  return length;
}

function serviceTypes(program: Program): Record<string, ServiceTypeInfo> {
  const info = recorded<ServiceTypeInfo>(program, 'serviceType');
  const members = [...enumNamed(program, 'ServiceType').members.values()];
  return Object.fromEntries(
    members.map((member) => {
      const limits = info.get(member);
      if (limits === undefined) throw new Error(`the service type ${member.name} has no @serviceType`);
      return [member.name, limits];
    }),
  );
}
