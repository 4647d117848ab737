import { encodeBase64 } from '@semblance/wire/base64';
import { checkScore } from './check-score.ts';
import { makePicture } from './make-picture.ts';
import { pairMarkChunk } from './pair-mark.ts';

/** Options of `makePair`. */
export interface PairOptions {
  /** The score the mock answers for the two, 0 to 1. */
  readonly score: number;
  /** Width of both in pixels; default 100, the smallest that a generic instance accepts. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Pairs of different seeds have different pictures; default 1. */
  readonly seed?: number | undefined;
}

/** Two pictures, as bytes and as parameter values. */
export interface Pair {
  readonly primary: Uint8Array;
  readonly secondary: Uint8Array;
  /** Value for `PrimaryPicContent`. */
  readonly primaryBase64: string;
  /** Value for `SecondaryPicContent`. */
  readonly secondaryBase64: string;
}

/**
 * Two tiny valid pictures (PNG, 1.5 kB each) for which the mock answers exactly `score`. The score is in a private chunk of both files: it
 * is lost when they are re-encoded, and a real engine ignores it.
 * @throws RangeError when the score is not between 0 and 1.
 */
export function makePair({ score, width, height, seed = 1 }: PairOptions): Pair {
  const mark = pairMarkChunk({ pair: `pair-${seed}`, score: checkScore(score) });
  const picture = (side: number): Uint8Array =>
    makePicture({ width, height, seed: seed * 2 + side, extraChunks: [mark] });
  const [primary, secondary] = [picture(0), picture(1)];
  return { primary, secondary, primaryBase64: encodeBase64(primary), secondaryBase64: encodeBase64(secondary) };
}
