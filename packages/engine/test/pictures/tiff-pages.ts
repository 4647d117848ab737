import { join } from '../../../picture/test/files/byte-writer.ts';
import type { TestImage } from '../../../picture/test/files/test-image.ts';
import { tiffStructure } from '../../../picture/test/files/tiff-file.ts';

/** One page: three channels of 8 bits, or of 32-bit floats when `sampleFormat` is 3. */
export interface TiffPage {
  readonly image: TestImage;
  readonly sampleFormat?: 1 | 3;
}

function samplesOf({ image, sampleFormat }: TiffPage): Uint8Array {
  if (sampleFormat !== 3) return image.data.length % 2 === 0 ? image.data : join(image.data, [0]);
  return new Uint8Array(Float32Array.from(image.data).buffer);
}

/** An uncompressed TIFF of several pages, each of its own size. */
export function tiffPages(pages: readonly TiffPage[]): Uint8Array {
  let at = 8;
  const bodies = pages.map(samplesOf);
  const directories = pages.map(({ image, sampleFormat = 1 }, index) => {
    const bytes = bodies[index]?.length ?? 0;
    const bits = sampleFormat === 3 ? 32 : 8;
    const tags = {
      256: [image.width],
      257: [image.height],
      258: [bits, bits, bits],
      259: [1],
      262: [2],
      273: [at],
      277: [3],
      278: [image.height],
      279: [bytes],
      339: [sampleFormat, sampleFormat, sampleFormat],
    };
    at += bytes;
    return tags;
  });
  return tiffStructure(directories, { body: join(...bodies) });
}
