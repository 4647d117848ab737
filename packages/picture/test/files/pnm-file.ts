import { bigEndian16, join } from './byte-writer.ts';
import type { TestImage } from './test-image.ts';

/** P6 or P5, by the picture's channels. */
export function pnmBinary(image: TestImage, comment = ''): Uint8Array {
  const header = `${image.channels === 3 ? 'P6' : 'P5'}\n${comment}${image.width} ${image.height}\n255\n`;
  return join(header, image.data);
}

/** P6 or P5 with samples of another maximum, given directly. */
export function pnmSamples(
  size: { width: number; height: number; channels: 1 | 3; maxSample: number },
  samples: readonly number[],
): Uint8Array {
  const header = `${size.channels === 3 ? 'P6' : 'P5'} ${size.width} ${size.height} ${size.maxSample}\n`;
  return join(header, size.maxSample > 255 ? bigEndian16(samples) : samples);
}

/** P3 or P2: decimal numbers, some lines set off by comments. */
export function pnmText(image: TestImage, maxSample = 255): Uint8Array {
  const numbers = [...image.data].map((sample, at) => `${sample}${at % 17 === 16 ? '\n' : ' '}`).join('');
  return join(
    `${image.channels === 3 ? 'P3' : 'P2'} # text\n# made for tests\n${image.width} ${image.height} ${maxSample}\n`,
    numbers,
  );
}

/** P4 (binary) or P1 (text), from a grey picture: below 128 is black. */
export function pnmBitmap(grey: TestImage, kind: 'binary' | 'text'): Uint8Array {
  const isBlack = (x: number, y: number): boolean => (grey.data[y * grey.width + x] ?? 0) < 128;
  if (kind === 'text') {
    const bits = Array.from({ length: grey.width * grey.height }, (_, at) =>
      isBlack(at % grey.width, Math.floor(at / grey.width)) ? '1' : '0',
    );
    return join(`P1\n${grey.width} ${grey.height}\n`, bits.join(''));
  }
  const rowBytes = Math.ceil(grey.width / 8);
  const rows = new Uint8Array(rowBytes * grey.height);
  for (let y = 0; y < grey.height; y += 1) {
    for (let x = 0; x < grey.width; x += 1) {
      const at = y * rowBytes + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (isBlack(x, y) ? 0x80 >> (x & 7) : 0);
    }
  }
  return join(`P4\n${grey.width} ${grey.height}\n`, rows);
}
