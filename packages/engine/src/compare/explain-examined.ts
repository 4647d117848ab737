import { explainPair } from '../score/explain/explain-pair.ts';
import type { Explanation } from '../score/explain/explain-pair.ts';
import type { Size } from '../score/explain/overlap.ts';
import type { CheckedPicture, PictureView } from './analyser.ts';
import type { ExaminedPair } from './compare-pictures.ts';
import { viewOf } from './judge-pair.ts';
import { builtInFeatures } from './score-pair.ts';

/** Why a pair got its score, and the views that gave it. */
export interface ExplainedPair {
  readonly explanation: Explanation;
  /** Of both files, pixels. */
  readonly sizes: readonly [Size, Size];
  readonly views: readonly [PictureView, PictureView];
}

/** Explains an examined pair by the features of the views that were compared. */
export function explainExamined({ pair, analysed, scored }: ExaminedPair): ExplainedPair {
  const { score, verdict, notes, difference, part, compared } = scored;
  const views = [viewOf(analysed.primary, compared[0]), viewOf(analysed.secondary, compared[1])] as const;
  const sizes = [sizeOf(pair.primary), sizeOf(pair.secondary)] as const;
  const explanation = explainPair(builtInFeatures(views[0]), builtInFeatures(views[1]), {
    identicalPixels: analysed.identicalPixels,
    sizes,
    judged: {
      score,
      verdict,
      notes,
      ...(difference === undefined ? {} : { difference }),
      ...(part === undefined ? {} : { part }),
    },
  });
  return { explanation, sizes, views };
}

const sizeOf = ({ header }: CheckedPicture): Size => [header.width, header.height];
