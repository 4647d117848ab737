import { operationParameters } from '@semblance/spec/operations';
import { encodeBase64 } from '@semblance/wire/base64';
import type { PicturePair } from '../send-comparison.ts';

const escapes: Readonly<Record<string, string>> = { '+': '%2B', '/': '%2F', '=': '%3D' };

/** The signed curl command's form body: parameters in the contract's order, Base64 escaped as its shell lines do. */
export function formBody(instanceName: string, pair: PicturePair): Uint8Array {
  const values = [encodeURIComponent(instanceName), escapedBase64(pair.primary), escapedBase64(pair.secondary)];
  const text = operationParameters.map(({ name }, index) => `${name}=${values[index]}`).join('&');
  return new TextEncoder().encode(text);
}

function escapedBase64(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll(/[+/=]/gu, (character) => escapes[character] ?? character);
}
