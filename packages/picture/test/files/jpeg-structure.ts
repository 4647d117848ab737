import { join, u16be } from './byte-writer.ts';

/** A marker segment. */
export function jpegSegment(code: number, payload: Uint8Array): Uint8Array {
  return join([0xff, code], u16be(payload.length + 2), payload);
}

/** The JPEG with segments put right after its start marker. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Uint8Array {
  return join(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));
}

/** Marker structure without meaningful pixels: enough for header readers, not for decoders. */
export function jpegStructure(
  size: { width: number; height: number },
  options: {
    frameType?: number;
    bitsPerSample?: number;
    scans?: number;
    componentsInScan?: number;
    restartMarkers?: boolean;
  } = {},
): Uint8Array {
  const { frameType = 0xc0, bitsPerSample = 8, scans = 1, componentsInScan = 3 } = options;
  const components = [1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
  const frame = jpegSegment(frameType, join([bitsPerSample], u16be(size.height), u16be(size.width), [3], components));
  const selectors = Array.from({ length: componentsInScan }, (_, index) => [index + 1, 0]).flat();
  const entropyCoded = [0x12, 0xff, 0x00, 0x34, ...(options.restartMarkers === true ? [0xff, 0xd0, 0x56] : [])];
  const scan = join(jpegSegment(0xda, join([componentsInScan], selectors, [0, 63, 0])), entropyCoded);
  return join([0xff, 0xd8], frame, ...Array.from({ length: scans }, () => scan), [0xff, 0xd9]);
}

/** EXIF in an APP1 segment. */
export function exifSegment(block: Uint8Array): Uint8Array {
  return jpegSegment(0xe1, join('Exif\0\0', block));
}

/** XMP in an APP1 segment. */
export function xmpSegment(packet: string): Uint8Array {
  return jpegSegment(0xe1, join('http://ns.adobe.com/xap/1.0/\0', packet));
}
