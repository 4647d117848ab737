import { getMaxLength, type Enum, type EnumMember, type Program } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { enumNamed, modelNamed } from './lookup.ts';
import { literal, typescriptFile, type EmittedFiles } from './write.ts';

interface Limit {
  readonly name: string;
  readonly value: unknown;
}

/** Values recorded by \`@limit\`, by name. */
export function limits(program: Program): Record<string, unknown> {
  const all = [...recorded<Limit[]>(program, 'limit').values()].flat();
  return Object.fromEntries(all.map(({ name, value }) => [name, numeric(value)]));
}

/** Numbers of any size and strings as they are in JavaScript. */
function numeric(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'asNumber' in value ? Number(String(value)) : value;
}

/** All limits: picture, name, times, service types. */
export function emitLimits(program: Program): EmittedFiles {
  const { pictureMaxBytes, uploadMaxBytes, transferTimeoutMs, clockWindowMinutes, ...patterns } = limits(program);
  const form = modelNamed(program, 'CompareSimilarByImageForm');
  const instanceName = form.properties.get('InstanceName');
  const nameLength = instanceName === undefined ? undefined : getMaxLength(program, instanceName);
  const formats = [...enumNamed(program, 'PictureFormat').members.keys()];
  return {
    'limits.ts': typescriptFile(`
import type { Bilingual } from './error-catalog.ts';

/** Bytes a picture file may have, both ends allowed. */
export const pictureMaxBytes = ${String(pictureMaxBytes)};

/**
 * Bytes an upload of the Advance call may have: more than a picture, so that the comparison can answer what is wrong with it, as it does
 * for one sent as Base64.
 */
export const uploadMaxBytes = ${String(uploadMaxBytes)};

/** Milliseconds the transfer of a request may take. */
export const transferTimeoutMs = ${String(transferTimeoutMs)};

/** Minutes a signed date may lie before or after the server's clock. */
export const clockWindowMinutes = ${String(clockWindowMinutes)};

/** Characters an instance name may have. */
export const instanceNameMaxLength = ${String(nameLength)};

/** Matches a character that an instance name may not have. */
export const instanceNameForbidden: RegExp = /${String(patterns['instanceNameForbidden'])}/u;

/** What an instance ID looks like; it is often sent where the name belongs. */
export const instanceIdPattern: RegExp = /${String(patterns['instanceIdPattern'])}/;

/** Picture formats the action accepts; JPG and JPEG are two names of one format. */
export const pictureFormats = ${literal(formats)} as const;

/** Names of the accepted formats. */
export type PictureFormatName = (typeof pictureFormats)[number];

/** What an instance is bought for; it decides the pixel limits. */
export type ServiceType = ${[...enumNamed(program, 'ServiceType').members.keys()].map((name) => `'${name}'`).join(' | ')};

/** Pixels each side of a picture may have, both ends allowed. */
export interface PixelRange {
  readonly minPixels: number;
  readonly maxPixels: number;
}

/** Limits of one service type; \`comparable\` says whether an engine compares it without further configuration. */
export interface ServiceTypeLimits extends PixelRange {
  readonly comparable: boolean;
  readonly title: Bilingual;
}

/** Limits by service type. */
export const serviceTypes: Readonly<Record<ServiceType, ServiceTypeLimits>> = ${literal(serviceTypes(program, enumNamed(program, 'ServiceType')))};
`),
  };
}

function serviceTypes(program: Program, types: Enum): object {
  const info = recorded<object>(program, 'serviceType');
  return Object.fromEntries([...types.members.values()].map((member: EnumMember) => [member.name, info.get(member)]));
}
