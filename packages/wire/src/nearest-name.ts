import { distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant, for "did you mean"; undefined when none is near. Near means at most two edits or a third of the known
 * name's letters, whichever is more; letter case does not count.
 * @source the number of edits is V. I. Levenshtein's distance, 1966.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const wanted = given.toLowerCase();
  const [best] = names
    // The difference in length is a lower bound of the distance, so long texts cost nothing.
    .filter((name) => Math.abs(name.length - wanted.length) <= mostEdits(name))
    .map((name) => ({ name, edits: distance(wanted, name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= mostEdits(name))
    .sort((left, right) => left.edits - right.edits);
  return best?.name;
}

function mostEdits(name: string): number {
  return Math.max(2, Math.floor(name.length / 3));
}
