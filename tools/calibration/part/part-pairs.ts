import { groupBy } from '../../eval/tasks.ts';
import type { Pair } from '../../eval/tasks.ts';
import type { PictureEntry } from '../../eval/pictures/picture-set.ts';
import { draw, seeded } from '../../eval/pictures/seeded.ts';
import type { Random } from '../../eval/pictures/seeded.ts';
import { isComposite } from './part-copies.ts';

/** How many pairs of different pictures are drawn, ordinary ones and those of which the second holds another's part, and pairs of one kind. */
export const drawnPairs = { different: 12_000, composite: 3000, kind: 2000 } as const;
const seedOfPairs = 4711;
/** What of a cut-out is also sought from a plain ground that is not white. */
const beforeOther = new Set(['new background', 'small before other']);

const role = 'photograph';

/** Each photograph, and each cut-out on its plain ground, with what was made of it. */
function copyPairs(entries: readonly PictureEntry[]): Pair[] {
  return [...groupBy(entries, ({ object }) => object).values()].flatMap((group) => {
    const first = group.find(({ variant }) => variant === 'original');
    const plain = group.find(({ variant }) => variant === 'plain ground');
    return group.filter(isComposite).flatMap((second): Pair[] => {
      const pair = { second, relation: 'copy', role, detail: second.variant } as const;
      const ofOriginal = first === undefined ? [] : [{ ...pair, first }];
      if (plain === undefined || !beforeOther.has(second.variant)) return ofOriginal;
      return [...ofOriginal, { ...pair, first: plain, detail: `${second.variant}, from plain` }];
    });
  });
}

interface Drawing {
  readonly relation: 'different' | 'same kind';
  readonly detail: string;
  readonly count: number;
  readonly random: Random;
}

function drawPairs(
  firsts: readonly PictureEntry[],
  seconds: readonly PictureEntry[],
  { relation, detail, count, random }: Drawing,
): Pair[] {
  const pairs: Pair[] = [];
  while (pairs.length < count) {
    const [first, second] = [draw(firsts, random), draw(seconds, random)];
    const areOneKind = first.kind === second.kind && first.kind !== 'scene';
    if (first.object !== second.object && areOneKind === (relation === 'same kind'))
      pairs.push({ first, second, relation, role, detail });
  }
  return pairs;
}

/** Pairs that the search for parts is fitted to, the same on every run: copies that hold a part, and pairs that share none. */
export function buildPartPairs(entries: readonly PictureEntry[]): Pair[] {
  const originals = entries.filter(({ variant }) => variant === 'original');
  const ordinary = entries.filter((entry) => !isComposite(entry));
  const holding = entries.filter((entry) => isComposite(entry) && entry.variant !== 'plain ground');
  const random = seeded(seedOfPairs);
  const { different, composite, kind } = drawnPairs;
  return [
    ...copyPairs(entries),
    ...drawPairs(originals, ordinary, { relation: 'different', detail: 'ordinary', count: different, random }),
    ...drawPairs(originals, holding, { relation: 'different', detail: 'holding another', count: composite, random }),
    ...drawPairs(originals, ordinary, { relation: 'same kind', detail: 'same kind', count: kind, random }),
  ];
}
