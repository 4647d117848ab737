import path from 'node:path';
import type { CheckedPicture, PicturePair } from '../analysis/analyser.ts';
import type { ScoredPair } from '../score-pair.ts';

/** A finished comparison of two files. */
export interface ComparedFiles {
  readonly files: readonly [string, string];
  readonly pair: PicturePair;
  readonly comparison: ScoredPair;
  readonly seconds: number;
}

const barWidth = 40;

/** What a person reads after `semblance compare`: the pictures, the score as a bar and a number, what it means. */
export function describeComparison({ files, pair, comparison, seconds }: ComparedFiles): string {
  const names = files.map((file) => path.basename(file));
  const width = Math.max(...names.map(({ length }) => length));
  const lines = [
    '',
    pictureLine((names[0] ?? '').padEnd(width), pair.primary),
    pictureLine((names[1] ?? '').padEnd(width), pair.secondary),
    '',
    `  ${scoreBar(comparison.score)}  ${comparison.score.toFixed(4)}  ${comparison.verdict.words}`,
    '',
    ...comparison.notes.map(
      ({ picture, words }) => `  Note: ${(picture === 'first' ? names[0] : names[1]) ?? ''} ${words.en}.`,
    ),
    `  ${seconds.toFixed(2)} s`,
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function pictureLine(name: string, { bytes, header }: CheckedPicture): string {
  const frames = header.frameCount > 1 ? `, ${header.frameCount} frames` : '';
  return `  ${name}  ${header.format.toUpperCase().padEnd(4)}  ${header.width} × ${header.height}  ${byteText(bytes.length)}${frames}`;
}

function byteText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The score as a bar of blocks; only 1 fills it. */
export function scoreBar(score: number): string {
  const filled = score === 1 ? barWidth : Math.min(barWidth - 1, Math.round(score * barWidth));
  return `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
}
