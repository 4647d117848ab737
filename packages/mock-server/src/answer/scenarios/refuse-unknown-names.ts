import { nearestName } from '@semblance/wire/nearest-name';

/** Owner of the names for the message, and the advice when no known name is near. */
export interface NamesOwner {
  readonly owner: string;
  readonly otherwise?: string | undefined;
}

/** @throws TypeError that names the first property of `given` that is unknown, and the nearest known one. */
export function refuseUnknownNames(given: object, known: readonly string[], { owner, otherwise }: NamesOwner): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new TypeError(`${owner} takes an object with any of ${known.join(', ')}.`);
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = nearestName(unknown, known);
  const hint = near === undefined ? `It has ${known.join(', ')}.` : `Did you mean "${near}"?`;
  throw new TypeError(
    [`${owner} has no option "${unknown}".`, hint, near === undefined ? (otherwise ?? '') : ''].join(' ').trim(),
  );
}
