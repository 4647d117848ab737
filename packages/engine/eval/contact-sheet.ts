import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { text, page } from './look-alikes/drawing.ts';
import type { PictureSet } from './pictures/picture-set.ts';
import type { ScoredPair } from './samples.ts';

const side = 260;
const caption = 36;
const perRow = 4;
const shown = 20;

/** Both pictures of a pair side by side, with its score, names and what was done. */
async function tile(folder: string, { pair, score }: ScoredPair): Promise<Buffer> {
  const pictures = await Promise.all(
    [pair.first, pair.second].map(async ({ file }, index) => ({
      input: await sharp(path.join(folder, file))
        .flatten({ background: '#808890' })
        .resize(side - 4, side - 4, { fit: 'inside' })
        .png()
        .toBuffer(),
      left: index * side + 2,
      top: caption,
    })),
  );
  const words = `${score.toFixed(3)} ${pair.first.kind}, ${pair.detail}`;
  const style = { size: 17, font: 'DejaVu Sans', fill: '#fff' };
  return sharp(page({ width: 2 * side, height: side + caption }, '#333a48', [text([6, 24], words, style)]))
    .composite(pictures)
    .png()
    .toBuffer();
}

/**
 * Draws the first twenty of some pairs on one sheet, for a person to look at.
 * @param file  where the PNG goes.
 */
export async function contactSheet(set: PictureSet, pairs: readonly ScoredPair[], file: string): Promise<void> {
  const tiles = [];
  for (const [index, scored] of pairs.slice(0, shown).entries()) {
    const place = { left: (index % perRow) * 2 * side, top: Math.floor(index / perRow) * (side + caption) };
    tiles.push({ input: await tile(set.folder, scored), ...place });
  }
  if (tiles.length === 0) return;
  const size = { width: perRow * 2 * side, height: Math.ceil(tiles.length / perRow) * (side + caption) };
  await mkdir(path.dirname(file), { recursive: true });
  await sharp({ create: { ...size, channels: 3, background: '#333a48' } })
    .composite(tiles)
    .png()
    .toFile(file);
}

/** The pairs that the score gets most wrong: others that score highest, matches that score lowest. */
export function worstPairs(
  scored: readonly ScoredPair[],
  relations: { readonly matches: string; readonly others: string },
): Readonly<Record<'false pairs' | 'lost copies', ScoredPair[]>> {
  const of = (relation: string): ScoredPair[] => scored.filter(({ pair }) => pair.relation === relation);
  return {
    'false pairs': of(relations.others).toSorted((a, b) => b.score - a.score),
    'lost copies': of(relations.matches).toSorted((a, b) => a.score - b.score),
  };
}
