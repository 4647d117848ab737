import sharp from 'sharp';
import { readExample, writeExample } from './folder.ts';

/** The pictures that copies are made of. */
const sources = ['mug-daily-front', 'shoe-navy-front', 'book-north-front'] as const;

/** What is done to a picture on its way through shops and chats. */
const edits: Readonly<Record<string, (source: Uint8Array) => Promise<Uint8Array>>> = {
  cropped: async (source) => {
    const { width, height } = await sharp(source).metadata();
    const area = {
      left: Math.round(width * 0.12),
      top: Math.round(height * 0.08),
      width: Math.round(width * 0.76),
      height: Math.round(height * 0.84),
    };
    return sharp(source).extract(area).jpeg({ quality: 90 }).toBuffer();
  },
  'low-quality': async (source) => sharp(source).jpeg({ quality: 18 }).toBuffer(),
  resized: async (source) => sharp(source).resize({ width: 320 }).jpeg({ quality: 88 }).toBuffer(),
  bordered: async (source) =>
    sharp(source)
      .extend({ top: 24, left: 24, right: 24, bottom: 96, background: '#f4f1ea' })
      .composite([await priceTag(source)])
      .jpeg({ quality: 90 })
      .toBuffer(),
  brighter: async (source) =>
    sharp(source).modulate({ brightness: 1.18, saturation: 1.15 }).jpeg({ quality: 90 }).toBuffer(),
  mirrored: async (source) => sharp(source).flop().jpeg({ quality: 92 }).toBuffer(),
};

/** A red tag without letters, so that no font of the machine is needed. */
async function priceTag(source: Uint8Array): Promise<{ input: Buffer; left: number; top: number }> {
  const { height } = await sharp(source).metadata();
  const tag =
    '<svg xmlns="http://www.w3.org/2000/svg" width="180" height="56"><rect width="180" height="56" rx="10" fill="#c0392b"/>' +
    '<rect x="18" y="18" width="96" height="8" fill="#fff"/><rect x="18" y="32" width="60" height="8" fill="#fff"/><circle cx="150" cy="28" r="9" fill="#fff"/></svg>';
  return { input: Buffer.from(tag), left: 44, top: height + 44 };
}

/** Writes all edited copies; returns their names. */
export async function writeDerived(): Promise<string[]> {
  const names: string[] = [];
  for (const source of sources) {
    const original = await readExample(`${source}.jpg`);
    for (const [edit, apply] of Object.entries(edits)) {
      const name = `edited/${source}-${edit}.jpg`;
      await writeExample(name, await apply(original));
      names.push(name);
    }
  }
  return names;
}
