import { encodeBase64 } from '@semblance/wire/base64';
import { createForm } from '../runtime/operation-request.ts';
import type { Form } from '../runtime/operation-request.ts';
import type { TransferSettings } from '../runtime/settings.ts';

/** The two pictures of a comparison. */
export interface PicturePair {
  readonly primary: Uint8Array;
  readonly secondary: Uint8Array;
}

/** Inline: the form holds both pictures. Upload: both go to the store first, and the form holds what stands for them. */
export type TransferPlan = { readonly kind: 'inline'; readonly form: Form } | { readonly kind: 'upload' };

/** The operation's form, its pictures as Base64 or as what the upload gave for them. */
export function comparisonForm(instanceName: string, contents: readonly [primary: string, secondary: string]): Form {
  return createForm([
    ['InstanceName', instanceName],
    ['PrimaryPicContent', contents[0]],
    ['SecondaryPicContent', contents[1]],
  ]);
}

/**
 * Decides how the pictures travel: in the request if its body stays within the limit. Base64 takes 4/3 of the bytes, and its
 * `+`, `/` and `=` take three characters each in a form, so the exact size is known only once it is written.
 */
export function planTransfer(
  pictures: PicturePair,
  instanceName: string,
  { mode, inlineMaxBytes }: TransferSettings,
): TransferPlan {
  const leastBytes = (4 / 3) * (pictures.primary.length + pictures.secondary.length);
  if (mode === 'upload' || (mode === 'auto' && leastBytes > inlineMaxBytes)) return { kind: 'upload' };
  const form = comparisonForm(instanceName, [encodeBase64(pictures.primary), encodeBase64(pictures.secondary)]);
  return mode === 'auto' && form.bytes.length > inlineMaxBytes ? { kind: 'upload' } : { kind: 'inline', form };
}
