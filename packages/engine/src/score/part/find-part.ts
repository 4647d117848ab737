import type { Raster } from '../../raster.ts';
import { agreeingCells } from './agreeing-cells.ts';
import { layPart } from './confirm-part.ts';
import type { FoundPart, SoughtParts } from './part-evidence.ts';
import { isFound } from './part-rule.ts';
import { isNarrow, partPicture } from './part-picture.ts';
import type { PartPicture } from './part-picture.ts';
import { searchPart } from './search-part.ts';

function candidatesOf(picture: PartPicture, other: PartPicture, of: FoundPart['of']): FoundPart[] {
  const { confirmed } = other;
  const { width, height } = confirmed.x;
  const scale = width / other.searched.width;
  return picture.sought.flatMap((sought) =>
    searchPart(sought, other.searched).flatMap((candidate) => {
      const laid = layPart(sought, candidate, { there: confirmed, scale });
      if (laid === undefined) return [];
      const there = {
        left: laid.left / width,
        top: laid.top / height,
        width: laid.width / width,
        height: laid.height / height,
      };
      const { isWhole, place: own } = sought;
      return [{ of, isWhole, own, there, correlation: laid.correlation, ...agreeingCells(laid, confirmed) }];
    }),
  );
}

/** Orders parts by how much of them agrees, most first: the more, the less it is chance. */
export function byEvidence(a: FoundPart, b: FoundPart): number {
  return b.agreeing * b.content - a.agreeing * a.content || b.agreeing - a.agreeing;
}

/**
 * Looks for what stands on the plain ground of either picture, or all of it, within the other: a cut-out before another
 * background, a picture in a picture.
 * @returns undefined where nothing is found. Exchanged pictures give the same part.
 */
export function findPart(first: Raster, second: Raster, sought: SoughtParts): FoundPart | undefined {
  if (isNarrow(first) || isNarrow(second)) return undefined;
  const [a, b] = [partPicture(first, sought.first), partPicture(second, sought.second)];
  const found = [...candidatesOf(a, b, 'first'), ...candidatesOf(b, a, 'second')].filter((part) => isFound(part));
  return found.toSorted(byEvidence)[0];
}
