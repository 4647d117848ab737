import type { RawPixels } from '@semblance/engine/page';

type FileBytes = Uint8Array<ArrayBuffer>;

/** Decodes the first frame as the browser shows it: colours in sRGB, premultiplied by alpha on the way. @throws on damage. */
export async function shownPixels(bytes: FileBytes): Promise<RawPixels> {
  const bitmap = await createImageBitmap(new Blob([bytes]));
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('This browser gives no canvas to draw on.');
    context.drawImage(bitmap, 0, 0);
    return withoutIdleAlpha(width, height, context.getImageData(0, 0, width, height).data);
  } finally {
    bitmap.close();
  }
}

/** Drops alpha that is opaque everywhere. */
function withoutIdleAlpha(width: number, height: number, rgba: ArrayLike<number> & ArrayBufferView): RawPixels {
  const data = new Uint8Array(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  let isOpaque = true;
  for (let at = 3; at < data.length && isOpaque; at += 4) isOpaque = data[at] === 255;
  if (!isOpaque) return { width, height, channels: 4, order: 'rgb', data };
  const colours = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    colours[to] = data[from] ?? 0;
    colours[to + 1] = data[from + 1] ?? 0;
    colours[to + 2] = data[from + 2] ?? 0;
  }
  return { width, height, channels: 3, order: 'rgb', data: colours };
}

/** Whether this browser decodes single frames with unmodified alpha. */
export function hasFrameDecoder(): boolean {
  return 'ImageDecoder' in globalThis;
}

async function openFrames(bytes: FileBytes, type: string): Promise<ImageDecoder> {
  const decoder = new ImageDecoder({ data: bytes, type, colorSpaceConversion: 'none' });
  await decoder.tracks.ready;
  await decoder.completed;
  return decoder;
}

async function frameAt(decoder: ImageDecoder, frameIndex: number): Promise<{ pixels: RawPixels; durationMs: number }> {
  const { image } = await decoder.decode({ frameIndex, completeFramesOnly: true });
  try {
    const { codedWidth: width, codedHeight: height } = image;
    const rgba = new Uint8Array(width * height * 4);
    await image.copyTo(rgba, { format: 'RGBA', layout: [{ offset: 0, stride: width * 4 }] });
    return { pixels: withoutIdleAlpha(width, height, rgba), durationMs: Math.round((image.duration ?? 0) / 1000) };
  } finally {
    image.close();
  }
}

/** Decodes some frames of an animation in order. @throws on damage and on unsupported formats. */
export async function framePixels(
  bytes: FileBytes,
  type: string,
  frames: readonly number[],
): Promise<readonly RawPixels[]> {
  const decoder = await openFrames(bytes, type);
  try {
    const decoded: RawPixels[] = [];
    for (const frame of frames) decoded.push((await frameAt(decoder, frame)).pixels);
    return decoded;
  } finally {
    decoder.close();
  }
}

/** How long each frame is shown, ms. */
export async function frameDurationsMs(bytes: FileBytes, type: string): Promise<readonly number[]> {
  const decoder = await openFrames(bytes, type);
  try {
    const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
    const durations: number[] = [];
    for (let frame = 0; frame < count; frame += 1) durations.push((await frameAt(decoder, frame)).durationMs);
    return durations;
  } finally {
    decoder.close();
  }
}
