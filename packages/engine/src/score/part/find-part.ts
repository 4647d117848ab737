import type { Raster } from '../../raster.ts';
import { agreeingCells } from './agreeing-cells.ts';
import { layAround, layFinely, layRoughly } from './confirm-part.ts';
import type { LaidPart } from './confirm-part.ts';
import type { FoundPart, SoughtParts } from './part-evidence.ts';
import { isFound, partRule } from './part-rule.ts';
import { isNarrow, partPicture } from './part-picture.ts';
import type { PartPicture } from './part-picture.ts';
import { searchPart } from './search-part.ts';
import type { Sought } from './sought.ts';
import type { Gradients } from './word-gradients.ts';

const whole = { what: 'whole', place: { left: 0, top: 0, width: 1, height: 1 } } as const;
/** Of the candidates those that agree best at half the size are laid at full size. */
const laidFinely = 2;

/** What is laid on the other picture. */
function partOf(sought: Pick<Sought, 'what' | 'place'>, laid: LaidPart, { x, y }: Gradients): Omit<FoundPart, 'of'> {
  const { width, height } = x;
  const { correlation } = laid;
  const there = {
    left: laid.left / width,
    top: laid.top / height,
    width: laid.width / width,
    height: laid.height / height,
  };
  return { what: sought.what, own: sought.place, there, correlation, ...agreeingCells(laid, { x, y }) };
}

function soughtIn(sought: Sought, other: PartPicture): Omit<FoundPart, 'of'>[] {
  return searchPart(sought, other.searched())
    .map((candidate) => layRoughly(sought, candidate, other))
    .filter((rough) => rough !== undefined)
    .toSorted((a, b) => b.correlation - a.correlation)
    .slice(0, laidFinely)
    .flatMap((rough) => {
      const laid = layFinely(sought, rough, other);
      if (laid === undefined || laid.correlation < partRule.found.correlation) return [];
      const part = partOf(sought, laid, other.confirmed());
      const around = layAround(sought, laid, other);
      return around === undefined ? [part] : [part, partOf(whole, around, other.confirmed())];
    });
}

const candidatesOf = (picture: PartPicture, other: PartPicture, of: FoundPart['of']): FoundPart[] =>
  picture.sought.flatMap((sought) => soughtIn(sought, other).map((part) => ({ of, ...part })));

/** Orders parts by how much of them agrees, most first: the more, the less it is chance. */
export function byEvidence(a: FoundPart, b: FoundPart): number {
  return b.agreeing * b.content - a.agreeing * a.content || b.agreeing - a.agreeing;
}

/** Everything of either picture that was laid on the other and correlates with it, whether or not it counts as found. */
export function laidParts(first: Raster, second: Raster, sought: SoughtParts): FoundPart[] {
  if (isNarrow(first) || isNarrow(second)) return [];
  const [a, b] = [partPicture(first, sought.first), partPicture(second, sought.second)];
  return [...candidatesOf(a, b, 'first'), ...candidatesOf(b, a, 'second')];
}

/**
 * Looks for what stands on the plain ground of either picture, or all of it, within the other: a cut-out before another
 * background, a picture in a picture.
 * @returns undefined where nothing is found. Exchanged pictures give the same part.
 */
export function findPart(first: Raster, second: Raster, sought: SoughtParts): FoundPart | undefined {
  return laidParts(first, second, sought)
    .filter((part) => isFound(part))
    .toSorted(byEvidence)[0];
}
