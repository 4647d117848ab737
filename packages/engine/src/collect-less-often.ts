import { setFlagsFromString } from 'node:v8';

/** How much a heap may grow before it is collected, in hundredths of what is alive. */
const growthPercent = 300;

/**
 * Lets this process's heap grow to four times of what is alive in it. V8 counts the pictures that lie outside of the heap with it, so that by itself
 * a worker marks some 13 MB of objects every four pairs, and the process that serves 20 MB every forty, for the sake of as much picture. A Node that knows
 * no such flag says so and goes on.
 */
export function collectLessOften(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
