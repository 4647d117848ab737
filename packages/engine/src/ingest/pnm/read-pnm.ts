import { readPnmLayout } from '@semblance/picture';
import type { PnmLayout } from '@semblance/picture';
import type { Result } from '../../result.ts';
import type { DecodeFailure } from '../ingest-failure.ts';
import type { RawPixels } from '../raw-pixels.ts';
import { readBinarySamples, readBitmap } from './binary-samples.ts';
import { readTextBits, readTextSamples } from './text-samples.ts';

/**
 * Decodes a portable bitmap, grey map or pixel map, P1–P6, with any largest sample up to 65,535. Eight-bit P5 and P6
 * are not copied: the result is a view of `bytes`. Samples above the declared maximum count as the maximum.
 *
 * @source Netpbm manual, "pbm", "pgm", "ppm" format specifications.
 */
export function readPnm(bytes: Uint8Array): Result<RawPixels, DecodeFailure> {
  const layout = readPnmLayout(bytes);
  if (typeof layout === 'string') return { ok: false, failure: { reason: 'corrupt', cause: `PNM ${layout}` } };

  const data = layout.width * layout.height === 0 ? undefined : readSamples(bytes, layout);
  if (data === undefined)
    return { ok: false, failure: { reason: 'corrupt', cause: 'PNM samples are missing or malformed' } };

  const { width, height, channels } = layout;
  return { ok: true, value: { width, height, channels, order: 'rgb', data } };
}

/** `width * height * channels` samples, or `undefined` if some are missing or not numbers. */
function readSamples(bytes: Uint8Array, layout: PnmLayout): Uint8Array | undefined {
  switch (layout.kind) {
    case 1:
      return readTextBits(bytes, layout);
    case 2:
    case 3:
      return readTextSamples(bytes, layout);
    case 4:
      return readBitmap(bytes, layout);
    case 5:
    case 6:
      return readBinarySamples(bytes, layout);
  }
}
