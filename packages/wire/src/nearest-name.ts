import { distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant, for "did you mean"; undefined where none is near. Near are two edits, or as many as a third of the
 * known name's letters; letter case is none.
 * @source the number of edits is V. I. Levenshtein's distance, 1966.
 */
export function nearestName(given: string, names: readonly string[]): string | undefined {
  const wanted = given.toLowerCase();
  const [best] = names
    // So many edits it takes at least: no time is spent on a long text that nobody can have meant as a name.
    .filter((name) => Math.abs(name.length - wanted.length) <= mostEdits(name))
    .map((name) => ({ name, edits: distance(wanted, name.toLowerCase()) }))
    .filter(({ name, edits }) => edits <= mostEdits(name))
    .sort((left, right) => left.edits - right.edits);
  return best?.name;
}

function mostEdits(name: string): number {
  return Math.max(2, Math.floor(name.length / 3));
}
