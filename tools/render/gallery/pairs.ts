import { writeExample } from './folder.ts';
import { shots } from './plan.ts';
import type { Shot } from './plan.ts';

/** How two pictures belong together, from closest to farthest. */
type PairLabel = 'same-picture' | 'same-item' | 'same-kind' | 'different';

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly label: PairLabel;
}

/** Writes `pairs.csv`: copies with their originals, and every two rendered pictures with their relation. */
export async function writePairs(edited: readonly string[], formats: readonly string[]): Promise<void> {
  const pairs = [...copyPairs(edited), ...formatPairs(formats), ...shotPairs()];
  const lines = pairs.map(({ a, b, label }) => `${a},${b},${label}`);
  await writeExample('pairs.csv', `a,b,label\n${lines.join('\n')}\n`);
}

function copyPairs(edited: readonly string[]): Pair[] {
  const originals = shots.map(({ name }) => name);
  return edited
    .filter((copy) => !copy.includes('mirrored'))
    .flatMap((copy) => {
      const original = originals.find((name) => copy.startsWith(`edited/${name}-`));
      return original ? [{ a: `${original}.jpg`, b: copy, label: 'same-picture' as const }] : [];
    });
}

function formatPairs(formats: readonly string[]): Pair[] {
  return formats
    .filter((name) => !name.endsWith('.png'))
    .map((b) => ({ a: 'formats/teapot.png', b, label: 'same-picture' }));
}

function shotPairs(): Pair[] {
  return shots.flatMap((a, index) =>
    shots.slice(index + 1).map((b) => ({ a: `${a.name}.jpg`, b: `${b.name}.jpg`, label: relationOf(a, b) })),
  );
}

function relationOf(a: Shot, b: Shot): PairLabel {
  if (a.item === b.item) return 'same-item';
  return a.kind === b.kind ? 'same-kind' : 'different';
}
