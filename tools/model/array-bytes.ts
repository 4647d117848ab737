/** The bytes of a typed array, without a copy. */
export function bytesOf(values: ArrayBufferView): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** 64-bit integers, as shapes and axes are given. */
export const wholeNumbers = (...values: number[]): Uint8Array => bytesOf(BigInt64Array.from(values, BigInt));

/** 64-bit floats. */
export const doubles = (values: Iterable<number>): Uint8Array => bytesOf(Float64Array.from(values));

/** 16-bit floats; whole numbers up to 2048 are kept exactly. */
export const halves = (values: Iterable<number>): Uint8Array => bytesOf(Float16Array.from(values));

/** Reads 16-bit floats. */
export function readHalves(bytes: Uint8Array): Float64Array {
  return Float64Array.from(new Float16Array(new Uint8Array(bytes).buffer));
}
