import sharp from 'sharp';
import { readExample, writeExample } from './folder.ts';
import { SHOTS } from './plan.ts';

const CELL = { width: 200, height: 150, gap: 6 } as const;
const COLUMNS = 5;

/** Lays all rendered pictures out on one sheet, in the order of the plan. */
export async function writeContactSheet(): Promise<void> {
  const cells = await Promise.all(
    SHOTS.map(async ({ name }, index) => ({
      input: await sharp(await readExample(`${name}.jpg`))
        .resize(CELL.width, CELL.height, { fit: 'cover' })
        .png()
        .toBuffer(),
      left: CELL.gap + (index % COLUMNS) * (CELL.width + CELL.gap),
      top: CELL.gap + Math.floor(index / COLUMNS) * (CELL.height + CELL.gap),
    })),
  );
  const width = CELL.gap + COLUMNS * (CELL.width + CELL.gap);
  const height = CELL.gap + Math.ceil(SHOTS.length / COLUMNS) * (CELL.height + CELL.gap);
  const sheet = sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite(cells);
  await writeExample('contact-sheet.jpg', await sheet.jpeg({ quality: 86 }).toBuffer());
}
