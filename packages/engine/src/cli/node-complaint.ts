/** Lowest version of Node, equal to the package's `engines`. */
export const neededNode = '22.15.0';

/** Why this version of Node cannot run the engine; `undefined` when it can. @param version  such as `20.19.1`. */
export function nodeComplaint(version: string): string | undefined {
  const [needed, actual] = [neededNode, version].map((text) => text.split('.').map(Number));
  const isEnough = compareNumbers(actual ?? [], needed ?? []) >= 0;
  return isEnough
    ? undefined
    : `The engine needs Node ${neededNode} or later; this is ${version}. Get it from https://nodejs.org or your version manager.`;
}

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  const differing = right.findIndex((part, index) => (left[index] ?? 0) !== part);
  return differing === -1 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}
