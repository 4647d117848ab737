import { percentEncode } from '@semblance/signing';
import type { Parameter } from '@semblance/signing';
import { encodeBase64 } from '@semblance/wire/base64';
import type { Form } from '../runtime/operation-request.ts';
import type { TransferSettings } from '../runtime/settings.ts';
import { base64Length, writeEscapedBase64 } from './escaped-base64.ts';

/** The two pictures of a comparison. */
export interface PicturePair {
  readonly primary: Uint8Array;
  readonly secondary: Uint8Array;
}

const utf8 = new TextEncoder();

/**
 * Decides how the pictures are transferred: in the request if its body stays within the limit. The length of the Base64 often rules that
 * out; how much escaping adds is known only after escaping.
 * @returns the form with both pictures; `undefined` when they have to be uploaded.
 */
export function planInline(
  { primary, secondary }: PicturePair,
  instanceName: string,
  { mode, inlineMaxBytes }: TransferSettings,
): Form | undefined {
  const limit = mode === 'inline' ? Number.POSITIVE_INFINITY : inlineMaxBytes;
  if (mode === 'upload' || base64Length(primary) + base64Length(secondary) > limit) return undefined;
  const parts = [
    [utf8.encode(`InstanceName=${percentEncode(instanceName)}&PrimaryPicContent=`), primary],
    [utf8.encode('&SecondaryPicContent='), secondary],
  ] as const;
  const room = new Uint8Array(
    parts.reduce((sum, [heading, picture]) => sum + heading.length + 3 * base64Length(picture), 0),
  );
  let length = 0;
  for (const [heading, picture] of parts) {
    room.set(heading, length);
    length += heading.length;
    length += writeEscapedBase64(picture, room.subarray(length, length + 3 * base64Length(picture)));
  }
  if (length > limit) return undefined;
  return {
    bytes: room.subarray(0, length),
    fields: () => comparisonFields(instanceName, [encodeBase64(primary), encodeBase64(secondary)]),
  };
}

/** The operation's form with the addresses the store gave for the pictures. */
export function uploadedForm(instanceName: string, addresses: readonly [primary: string, secondary: string]): Form {
  const fields = comparisonFields(instanceName, addresses);
  const text = fields.map(([name, value]) => `${name}=${percentEncode(value)}`).join('&');
  return { bytes: utf8.encode(text), fields: () => fields };
}

function comparisonFields(instanceName: string, [primary, secondary]: readonly [string, string]): readonly Parameter[] {
  return [
    ['InstanceName', instanceName],
    ['PrimaryPicContent', primary],
    ['SecondaryPicContent', secondary],
  ];
}
