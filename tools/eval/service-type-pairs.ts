import type { PictureEntry } from './pictures/picture-set.ts';
import { draw, seeded } from './pictures/seeded.ts';
import type { Random } from './pictures/seeded.ts';
import { groupBy } from './tasks.ts';
import type { Pair, PairDraw, Relation } from './tasks.ts';

const otherLogos = 6000;
const otherFabrics = 6000;

/** An emblem with each of its copies. */
function logoCopyPairs(logos: readonly PictureEntry[]): Pair[] {
  return [...groupBy(logos, ({ object }) => object).values()].flatMap((group) => {
    const first = group.find(({ variant }) => variant === 'original');
    if (first === undefined) return [];
    return group
      .filter((entry) => entry !== first)
      .map((second) => ({ first, second, relation: 'logo copy', role: 'logo', detail: second.variant }) as const);
  });
}

const viewsOf = (first: PictureEntry, second: PictureEntry): string =>
  [first.variant, second.variant].toSorted().join(' + ');

/** Every two views of one fabric. */
function fabricPairs(fabrics: readonly PictureEntry[]): Pair[] {
  return [...groupBy(fabrics, ({ object }) => object).values()].flatMap((views) =>
    views.flatMap((first, index) =>
      views
        .slice(index + 1)
        .map(
          (second) =>
            ({ first, second, relation: 'same fabric', role: 'fabric', detail: viewsOf(first, second) }) as const,
        ),
    ),
  );
}

/** Different emblems are apart from different emblems on one plate, which share more than chance gives. */
function relationOf(first: PictureEntry, second: PictureEntry): Relation {
  if (first.role === 'fabric') return 'other fabric';
  return first.kind === second.kind ? 'same plate' : 'other logo';
}

function otherPairs(
  [firsts, seconds]: readonly [readonly PictureEntry[], readonly PictureEntry[]],
  { count, random }: { readonly count: number; readonly random: Random },
): Pair[] {
  const pairs: Pair[] = [];
  while (firsts.length > 1 && pairs.length < count) {
    const [first, second] = [draw(firsts, random), draw(seconds, random)];
    if (first.object === second.object) continue;
    const relation = relationOf(first, second);
    pairs.push({ first, second, relation, role: first.role, detail: viewsOf(first, second) });
  }
  return pairs;
}

/** All pairs among emblems and among fabrics, the same on every run; other roles are passed over. */
export function buildServiceTypePairs(entries: readonly PictureEntry[], { seed, oneIn = 1 }: PairDraw): Pair[] {
  const logos = entries.filter(({ role }) => role === 'logo');
  const fabrics = entries.filter(({ role }) => role === 'fabric');
  const originals = logos.filter(({ variant }) => variant === 'original');
  const random = seeded(seed);
  return [
    ...logoCopyPairs(logos),
    ...otherPairs([originals, logos], { count: Math.round(otherLogos / oneIn), random }),
    ...fabricPairs(fabrics),
    ...otherPairs([fabrics, fabrics], { count: Math.round(otherFabrics / oneIn), random }),
  ];
}
