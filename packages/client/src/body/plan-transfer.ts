import { encodeBase64 } from '@semblance/wire/base64';
import { percentEncode } from '@semblance/signing';
import type { Parameter } from '@semblance/signing';
import type { Form } from '../runtime/operation-request.ts';
import type { TransferSettings } from '../runtime/settings.ts';
import { escapedBase64Length, writeEscapedBase64 } from './escaped-base64.ts';

/** The two pictures of a comparison. */
export interface PicturePair {
  readonly primary: Uint8Array;
  readonly secondary: Uint8Array;
}

/** Whether both pictures go into the request, or to the store first. */
export type TransferPlan = 'inline' | 'upload';

const utf8 = new TextEncoder();

/** Decides how the pictures travel: in the request if its body stays within the limit. Nothing is encoded for that. */
export function planTransfer(
  pictures: PicturePair,
  instanceName: string,
  { mode, inlineMaxBytes }: TransferSettings,
): TransferPlan {
  if (mode !== 'auto') return mode;
  const leastBytes = (4 / 3) * (pictures.primary.length + pictures.secondary.length);
  return leastBytes <= inlineMaxBytes && inlineLength(pictures, instanceName) <= inlineMaxBytes ? 'inline' : 'upload';
}

/** The operation's form with both pictures in it. */
export function inlineForm(pictures: PicturePair, instanceName: string): Form {
  const [first, second] = headings(instanceName);
  const bytes = new Uint8Array(inlineLength(pictures, instanceName));
  bytes.set(first);
  const position = writeEscapedBase64(pictures.primary, bytes, first.length);
  bytes.set(second, position);
  writeEscapedBase64(pictures.secondary, bytes, position + second.length);
  return {
    bytes,
    fields: () => comparisonFields(instanceName, [encodeBase64(pictures.primary), encodeBase64(pictures.secondary)]),
  };
}

/** The operation's form with what the store gave for the pictures. */
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

/** What stands in the form before each picture. */
function headings(instanceName: string): readonly [Uint8Array, Uint8Array] {
  return [
    utf8.encode(`InstanceName=${percentEncode(instanceName)}&PrimaryPicContent=`),
    utf8.encode('&SecondaryPicContent='),
  ];
}

function inlineLength({ primary, secondary }: PicturePair, instanceName: string): number {
  const [first, second] = headings(instanceName);
  return first.length + escapedBase64Length(primary) + second.length + escapedBase64Length(secondary);
}
