import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { OverlayOptions } from 'sharp';
import type { PictureSet } from './pictures/picture-set.ts';
import type { ScoredPair } from './samples.ts';

const side = 260;
const caption = 36;
const perRow = 4;
const shown = 20;
const background = '#333a48';

/** Both pictures of a pair side by side, with its score, names and what was done. */
async function tile(folder: string, scored: ScoredPair): Promise<Buffer> {
  const pictures = await Promise.all(
    [scored.pair.first, scored.pair.second].map(async ({ file }, index) => ({
      input: await sharp(await readFile(path.join(folder, file)))
        .flatten({ background: '#808890' })
        .resize(side - 4, side - 4, { fit: 'inside' })
        .png()
        .toBuffer(),
      left: index * side + 2,
      top: caption,
    })),
  );
  const ground = sharp({ create: { width: 2 * side, height: side + caption, channels: 3, background } });
  return ground
    .composite([await captionOf(scored), ...pictures])
    .png()
    .toBuffer();
}

/** Set by sharp itself: the engine's decoders close the process to drawings. */
async function captionOf({ pair, score }: ScoredPair): Promise<OverlayOptions> {
  const words = `${score.toFixed(3)} ${pair.first.kind}, ${pair.detail}`;
  const text = { text: `<span foreground="white">${words}</span>`, font: 'sans 11', rgba: true, dpi: 96 };
  return { input: await sharp({ text }).png().toBuffer(), left: 6, top: 8 };
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
  await sharp({ create: { ...size, channels: 3, background } })
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
