import { toBytes, toHex } from './digest.ts';
import { hmacSm3, sm3 } from './sm3.ts';
import type { V3Algorithm } from './v3-algorithm.ts';

/** The variant with the hash function SM3, where regulations require it. WebCrypto lacks SM3, so it is computed here. */
export const acs3HmacSm3: V3Algorithm = {
  name: 'ACS3-HMAC-SM3',
  digestHex: async (data) => toHex(nativeSm3()?.(toBytes(data)) ?? sm3(toBytes(data))),
  hmacHex: async (key, message) => {
    if (key === '') throw new RangeError('The AccessKeySecret is empty.');
    return toHex(hmacSm3(toBytes(key), toBytes(message)));
  },
};

/** The part of Node's `crypto` used here. */
interface NodeCrypto {
  readonly getHashes: () => readonly string[];
  readonly createHash: (name: string) => {
    readonly update: (data: Uint8Array) => { readonly digest: () => Uint8Array };
  };
}

let native: { readonly hash: ((data: Uint8Array) => Uint8Array) | undefined } | undefined;

/** OpenSSL's SM3 where the runtime has it, several times faster, which matters for a body of megabytes. */
function nativeSm3(): ((data: Uint8Array) => Uint8Array) | undefined {
  native ??= { hash: findNative() };
  return native.hash;
}

function findNative(): ((data: Uint8Array) => Uint8Array) | undefined {
  const { process } = globalThis as {
    process?: { readonly getBuiltinModule?: (name: string) => NodeCrypto | undefined };
  };
  const crypto = process?.getBuiltinModule?.('node:crypto');
  if (crypto?.getHashes().includes('sm3') !== true) return undefined;
  return (data) => crypto.createHash('sm3').update(data).digest();
}
