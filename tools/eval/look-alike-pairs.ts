import { families } from './look-alikes/families.ts';
import type { PictureEntry } from './pictures/picture-set.ts';
import { draw, seeded } from './pictures/seeded.ts';
import { groupBy } from './tasks.ts';
import type { Pair } from './tasks.ts';

/** A picture with each of its copies. */
function copyPairs(group: readonly PictureEntry[]): Pair[] {
  const first = group.find(({ variant }) => variant === 'original');
  if (first === undefined) return [];
  return group
    .filter((entry) => entry !== first)
    .map(
      (second) => ({ first, second, relation: 'look-alike copy', role: 'look-alike', detail: second.variant }) as const,
    );
}

/** A grey copy of what differs in colour alone is a copy of both. */
const tellsApart = ({ kind, variant }: PictureEntry): boolean =>
  variant !== 'grey' || families.find(({ name }) => name === kind)?.difference !== 'other colour';

/**
 * Every two contents of one design: as they are, and one of them against a copy of the other, because a scan of another
 * receipt is what a scan of this one has to be told from.
 */
function otherPairs(design: readonly PictureEntry[], seed: number): Pair[] {
  const random = seeded(seed);
  const contents = [...groupBy(design, ({ object }) => object).values()];
  return contents.flatMap((group, index) =>
    contents.slice(index + 1).flatMap((other) => {
      const [first, second] = [group, other].map((entries) => entries.find(({ variant }) => variant === 'original'));
      const copies = [...group, ...other].filter((entry) => entry.variant !== 'original' && tellsApart(entry));
      if (first === undefined || second === undefined) return [];
      const asTheyAre: Pair = { first, second, relation: 'look-alike', role: 'look-alike', detail: 'original' };
      if (copies.length === 0) return [asTheyAre];
      const copy = draw(copies, random);
      const against = copy.object === first.object ? second : first;
      return [
        asTheyAre,
        { first: against, second: copy, relation: 'look-alike', role: 'look-alike', detail: copy.variant } as const,
      ];
    }),
  );
}

/** All pairs among look-alikes, the same on every run; other roles are passed over. */
export function buildLookAlikePairs(entries: readonly PictureEntry[], seed: number): Pair[] {
  const own = entries.filter(({ role }) => role === 'look-alike');
  const designs = [...groupBy(own, ({ scene }) => scene ?? '').values()];
  return [
    ...[...groupBy(own, ({ object }) => object).values()].flatMap(copyPairs),
    ...designs.flatMap((design, index) => otherPairs(design, seed + index)),
  ];
}
