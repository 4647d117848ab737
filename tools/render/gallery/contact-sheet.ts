import sharp from 'sharp';
import { readExample, writeExample } from './folder.ts';
import { shots } from './plan.ts';

const cell = { width: 200, height: 150, gap: 6 } as const;
const columns = 5;

/** Lays all rendered pictures out on one sheet, in the order of the plan. */
export async function writeContactSheet(): Promise<void> {
  const cells = await Promise.all(
    shots.map(async ({ name }, index) => ({
      input: await sharp(await readExample(`${name}.jpg`))
        .resize(cell.width, cell.height, { fit: 'cover' })
        .png()
        .toBuffer(),
      left: cell.gap + (index % columns) * (cell.width + cell.gap),
      top: cell.gap + Math.floor(index / columns) * (cell.height + cell.gap),
    })),
  );
  const width = cell.gap + columns * (cell.width + cell.gap);
  const height = cell.gap + Math.ceil(shots.length / columns) * (cell.height + cell.gap);
  const sheet = sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite(cells);
  await writeExample('contact-sheet.jpg', await sheet.jpeg({ quality: 86 }).toBuffer());
}
