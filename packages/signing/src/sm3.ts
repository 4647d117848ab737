const initial = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;
const blockBytes = 64;
const lengthBytes = 8;

/**
 * The hash function SM3: 32 bytes.
 * @source GB/T 32905-2016, ISO/IEC 10118-3:2018; the IETF's draft-sca-cfrg-sm3 has the same in English.
 */
export function sm3(data: Uint8Array): Uint8Array {
  const state = Int32Array.from(initial);
  const whole = data.length - (data.length % blockBytes);
  const words = new Int32Array(68);
  for (const bytes of [data.subarray(0, whole), padded(data.subarray(whole), data.length)]) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length; at += blockBytes) {
      expand(view, at, words);
      compress(state, words);
    }
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [index, word] of state.entries()) digest.setInt32(4 * index, word);
  return new Uint8Array(digest.buffer);
}

/** HMAC (RFC 2104) with SM3: 32 bytes. */
export function hmacSm3(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > blockBytes ? sm3(key) : key;
  const padWith = (value: number): Uint8Array => {
    const pad = new Uint8Array(blockBytes).fill(value);
    for (const [index, byte] of short.entries()) pad[index] = byte ^ value;
    return pad;
  };
  return sm3(joined(padWith(0x5c), sm3(joined(padWith(0x36), message))));
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

/** The last bytes with padding: a one bit, zeros, and the total length in bits. */
function padded(rest: Uint8Array, totalBytes: number): Uint8Array<ArrayBuffer> {
  const blocks = rest.length + 1 + lengthBytes > blockBytes ? 2 : 1;
  const tail = new Uint8Array(blocks * blockBytes);
  tail.set(rest);
  tail[rest.length] = 0x80;
  new DataView(tail.buffer).setBigUint64(tail.length - lengthBytes, BigInt(totalBytes) * 8n);
  return tail;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

/** Section 5.3.2: sixteen words become sixty-eight. */
function expand(view: DataView, at: number, words: Int32Array): void {
  for (let index = 0; index < 16; index += 1) words[index] = view.getInt32(at + 4 * index);
  for (let index = 16; index < 68; index += 1) {
    const [w16 = 0, w13 = 0, w9 = 0, w6 = 0, w3 = 0] = [
      words[index - 16],
      words[index - 13],
      words[index - 9],
      words[index - 6],
      words[index - 3],
    ];
    const mixed = w16 ^ w9 ^ rotate(w3, 15);
    words[index] = mixed ^ rotate(mixed, 15) ^ rotate(mixed, 23) ^ rotate(w13, 7) ^ w6;
  }
}

/** Section 5.3.3: the compression function, over the words of one block. Names are the standard's. */
function compress(state: Int32Array, words: Int32Array): void {
  const at32 = (index: number): number => state[index] as number;
  let [a, b, c, d, e, f, g, h] = [at32(0), at32(1), at32(2), at32(3), at32(4), at32(5), at32(6), at32(7)];
  for (let round = 0; round < 64; round += 1) {
    const early = round < 16;
    const a12 = rotate(a, 12);
    const ss1 = rotate((a12 + e + rotate(early ? 0x79cc4519 : 0x7a879d8a, round % 32)) | 0, 7);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const word = words[round] as number;
    const tt1 = (ff + d + (ss1 ^ a12) + (word ^ (words[round + 4] as number))) | 0;
    const tt2 = (gg + h + ss1 + word) | 0;
    d = c;
    c = rotate(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = rotate(f, 19);
    f = e;
    e = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17);
  }
  const worked = [a, b, c, d, e, f, g, h];
  for (let index = 0; index < 8; index += 1) state[index] = (state[index] as number) ^ (worked[index] as number);
}
