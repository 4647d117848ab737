import sharp from 'sharp';

/** A simple emblem: what it shows and how it is coloured. */
export interface DrawnLogo {
  readonly shape: 'star' | 'cup' | 'nothing';
  /** Fill, as in CSS. */
  readonly colour: string;
  /** What lies behind it; clear when absent. */
  readonly ground?: string;
  readonly side?: number;
}

const paths = {
  star: '<path d="M50 8 61 38 93 38 67 57 77 90 50 70 23 90 33 57 7 38 39 38Z"/>',
  cup: '<path d="M20 25h50v12h8a14 14 0 0 1 0 28h-9q-4 18-18 18H39Q20 83 20 55ZM70 46v11h7q5-5 0-11Z"/>',
  nothing: '',
} as const;

/** Draws an emblem as RGBA pixels of a PNG. */
export function logoPng({ shape, colour, ground, side = 240 }: DrawnLogo): Promise<Buffer> {
  const behind = ground === undefined ? '' : `<rect width="100" height="100" fill="${ground}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 100 100">${behind}<g fill="${colour}">${paths[shape]}</g></svg>`;
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] });
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Frames below each other become an animation. */
export async function animate(
  frames: readonly Buffer[],
  format: 'gif' | 'webp',
  delaysMs: readonly number[] = frames.map(() => 100),
): Promise<Buffer> {
  const joined = sharp([...frames], { join: { animated: true } });
  return format === 'gif'
    ? joined.gif({ delay: [...delaysMs], keepDuplicateFrames: true }).toBuffer()
    : joined.webp({ delay: [...delaysMs], lossless: true }).toBuffer();
}
