import { decodePixels } from './decode.ts';
import { frameDelaysMs, isPlainPage, openEncoded } from './hardened-sharp.ts';
import { defaultDecodeTimeoutMs } from './picture-decoder.ts';
import type { PictureDecoder } from './picture-decoder.ts';
import { finishPixels, fitColour } from './render.ts';

/** The server's decoder: libvips, and readers of this project for the other formats. */
export const libvipsDecoder: PictureDecoder = {
  decodePixels,
  decodeStrip: (bytes, frames) => finishPixels(openEncoded(bytes, frames), defaultDecodeTimeoutMs),
  fitColour,
  isPlainPage,
  frameDelaysMs,
};
