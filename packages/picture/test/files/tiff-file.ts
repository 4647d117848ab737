import { join, u16be, u16le, u32be, u32le } from './byte-writer.ts';
import type { TestImage } from './test-image.ts';

/** Tag → values; a number list is written as SHORT if all fit, else as LONG. */
export type TiffTags = Readonly<Record<number, readonly number[] | Uint8Array>>;

const types = { byte: 1, short: 3, long: 4 } as const;

/** An uncompressed one-strip TIFF. `tags` override or add to the ordinary ones. */
export function tiffFile(image: TestImage, tags: TiffTags = {}, order: 'II' | 'MM' = 'II'): Uint8Array {
  const bits = Array.from({ length: image.channels }, () => 8);
  const ordinary: TiffTags = {
    256: [image.width],
    257: [image.height],
    258: bits,
    259: [1],
    262: [image.channels === 1 ? 1 : 2],
    273: [8],
    277: [image.channels],
    278: [image.height],
    279: [image.data.length],
    ...(image.channels === 4 ? { 338: [2] } : {}),
  };
  const pixels = image.data.length % 2 === 0 ? image.data : join(image.data, [0]);
  return tiffStructure([{ ...ordinary, ...tags }], { order, body: pixels });
}

/** Directories one after another behind a body that starts at offset 8. `loopTo`: index the last directory points back to. */
export function tiffStructure(
  directories: readonly TiffTags[],
  options: { order?: 'II' | 'MM'; body?: Uint8Array; loopTo?: number } = {},
): Uint8Array {
  const { order = 'II', body = new Uint8Array(), loopTo } = options;
  const u16 = order === 'II' ? u16le : u16be;
  const u32 = order === 'II' ? u32le : u32be;
  const starts: number[] = [];
  const pieces: Uint8Array[] = [];
  let at = 8 + body.length;
  for (const [index, tags] of directories.entries()) {
    starts.push(at);
    const encoded = directory(tags, { at, order });
    const isLast = index === directories.length - 1;
    at += encoded.length + 4;
    pieces.push(
      join(encoded.table, u32(isLast ? (loopTo === undefined ? 0 : (starts[loopTo] ?? 0)) : at), encoded.values),
    );
  }
  return join(order, u16(42), u32(starts[0] ?? 0), body, ...pieces);
}

function directory(
  tags: TiffTags,
  place: { at: number; order: 'II' | 'MM' },
): { table: Uint8Array; values: Uint8Array; length: number } {
  const u16 = place.order === 'II' ? u16le : u16be;
  const u32 = place.order === 'II' ? u32le : u32be;
  const entries = Object.entries(tags).map(([tag, values]) => encode(Number(tag), values, { u16, u32 }));
  const tableBytes = 2 + entries.length * 12;
  let valuesAt = place.at + tableBytes + 4;
  const values: Uint8Array[] = [];
  const rows = entries.map((entry) => {
    const isInside = entry.bytes.length <= 4;
    const field = isInside ? join(entry.bytes, new Uint8Array(4 - entry.bytes.length)) : u32(valuesAt);
    if (!isInside) {
      values.push(entry.bytes);
      valuesAt += entry.bytes.length;
    }
    return join(u16(entry.tag), u16(entry.type), u32(entry.count), field);
  });
  const joined = join(...values);
  return { table: join(u16(entries.length), ...rows), values: joined, length: tableBytes + joined.length };
}

function encode(
  tag: number,
  values: readonly number[] | Uint8Array,
  write: { u16: (value: number) => Uint8Array; u32: (value: number) => Uint8Array },
): { tag: number; type: number; count: number; bytes: Uint8Array } {
  if (values instanceof Uint8Array) {
    return {
      tag,
      type: types.byte,
      count: values.length,
      bytes: values.length % 2 === 0 || values.length < 4 ? values : join(values, [0]),
    };
  }
  const isShort = values.every((value) => value < 65_536);
  const bytes = join(...values.map(isShort ? write.u16 : write.u32));
  return { tag, type: isShort ? types.short : types.long, count: values.length, bytes };
}
