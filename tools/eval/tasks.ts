import type { PictureEntry } from './pictures/picture-set.ts';
import { draw, seeded } from './pictures/seeded.ts';
import type { Random } from './pictures/seeded.ts';

/**
 * How two pictures of a pair are related. `same scene`: different things before the same photograph;
 * `same plate`: different emblems of one outline; `look-alike`: other content in one design. Emblems, fabrics and look-alikes have relations of their own, so that no task takes
 * them for photographs or things.
 */
export type Relation =
  | 'copy'
  | 'same item'
  | 'same kind'
  | 'same scene'
  | 'different'
  | 'logo copy'
  | 'same plate'
  | 'other logo'
  | 'same fabric'
  | 'other fabric'
  | 'look-alike copy'
  | 'look-alike';

export interface Pair {
  readonly first: PictureEntry;
  readonly second: PictureEntry;
  readonly relation: Relation;
  /** Which pictures it is made of: negatives are compared with positives of the same role. */
  readonly role: PictureEntry['role'];
  /** For copies the transformation; for furniture both backdrops; for fabrics both views. */
  readonly detail: string;
}

const kindPairsEach = 100;
const differentPhotographs = 8000;
const differentFurniture = 12_000;

/** How pairs are drawn. */
export interface PairDraw {
  readonly seed: number;
  /** One pair of different pictures in so many is drawn; default 1, for all. */
  readonly oneIn?: number;
}

/** Groups entries by a key, in the order in which keys first occur. */
export function groupBy<Entry>(entries: readonly Entry[], key: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(key(entry));
    if (group === undefined) groups.set(key(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}

const backdropsOf = (first: PictureEntry, second: PictureEntry): string =>
  [first.backdrop ?? '', second.backdrop ?? ''].toSorted().join(' + ');

function copyPairs(photographs: readonly PictureEntry[]): Pair[] {
  return [...groupBy(photographs, ({ object }) => object).values()].flatMap((group) => {
    const first = group.find(({ variant }) => variant === 'original');
    if (first === undefined) return [];
    const copies = group.filter((entry) => entry !== first);
    return copies.map((second) => ({
      first,
      second,
      relation: 'copy' as const,
      role: 'photograph' as const,
      detail: second.variant,
    }));
  });
}

function itemPairs(furniture: readonly PictureEntry[]): Pair[] {
  return [...groupBy(furniture, ({ object }) => object).values()].flatMap((views) =>
    views.flatMap((first, index) =>
      views.slice(index + 1).map((second) => ({
        first,
        second,
        relation: 'same item' as const,
        role: 'furniture' as const,
        detail: backdropsOf(first, second),
      })),
    ),
  );
}

/** Stamps are grouped by folder; only folders of real things name a kind. */
const stampKinds = /^(animals|food|plants|vehicles|hobbies|clothes|household|people)\//;

function kindPairs(entries: readonly PictureEntry[], random: Random): Pair[] {
  return [...groupBy(entries, ({ role, kind }) => `${role} ${kind}`).values()].flatMap((group) => {
    const pairs: Pair[] = [];
    for (let tries = 0; new Set(group.map(({ object }) => object)).size > 1 && tries < kindPairsEach; tries += 1) {
      const [first, second] = [draw(group, random), draw(group, random)];
      if (first.object === second.object) continue;
      pairs.push({ first, second, relation: 'same kind', role: first.role, detail: backdropsOf(first, second) });
    }
    return pairs;
  });
}

function differentPairs(
  firsts: readonly PictureEntry[],
  seconds: readonly PictureEntry[],
  options: { count: number; random: Random },
): Pair[] {
  const pairs: Pair[] = [];
  while (pairs.length < options.count) {
    const [first, second] = [draw(firsts, options.random), draw(seconds, options.random)];
    const sameKind = first.kind === second.kind && first.kind !== 'scene';
    const sameScene = first.scene !== undefined && first.scene === second.scene;
    const alike = first.object === second.object || sameKind || sameScene;
    if (!alike)
      pairs.push({ first, second, relation: 'different', role: first.role, detail: backdropsOf(first, second) });
  }
  return pairs;
}

/** Pictures that hold a second photograph: no honest example of a different picture. */
const composites = new Set(['picture in picture', 'collage', 'new background']);

/** Different things before one photograph: what objects on one table look like to the score. */
function scenePairs(furniture: readonly PictureEntry[]): Pair[] {
  const staged = furniture.filter(({ scene }) => scene !== undefined);
  return [...groupBy(staged, ({ scene }) => scene ?? '').values()].flatMap((group) =>
    group.flatMap((first, index) =>
      group
        .slice(index + 1)
        .filter((second) => second.object !== first.object && second.kind !== first.kind)
        .map((second) => ({
          first,
          second,
          relation: 'same scene' as const,
          role: 'furniture' as const,
          detail: backdropsOf(first, second),
        })),
    ),
  );
}

/** All pairs among some pictures, the same on every run. */
export function buildPairs(entries: readonly PictureEntry[], { seed, oneIn = 1 }: PairDraw): Pair[] {
  const photographs = entries.filter(({ role }) => role === 'photograph');
  const furniture = entries.filter(({ role }) => role === 'furniture');
  const originals = photographs.filter(({ variant }) => variant === 'original');
  const pure = photographs.filter(({ variant }) => !composites.has(variant));
  const random = seeded(seed);
  return [
    ...copyPairs(photographs),
    ...itemPairs(furniture),
    ...kindPairs([...originals.filter(({ kind }) => stampKinds.test(kind)), ...furniture], random),
    ...scenePairs(furniture),
    ...differentPairs(originals, pure, { count: Math.round(differentPhotographs / oneIn), random }),
    ...differentPairs(furniture, furniture, { count: Math.round(differentFurniture / oneIn), random }),
  ];
}
