import path from 'node:path';

/** Imports by file: paths from the root of the repository, `/` between their parts. */
export type ImportsByFile = ReadonlyMap<string, readonly string[]>;

type Arrows = Map<string, Set<string>>;

/**
 * Folders side by side that need each other, however deep their files lie: neither can be read, or taken out, without the other.
 * @returns  each circle as the folders on it, in the order of their imports.
 */
export function folderCircles(imports: ImportsByFile): string[][] {
  const byParent = new Map<string, Arrows>();
  for (const [from, targets] of imports) for (const to of targets) addArrow(byParent, from, to);
  return [...byParent.values()].flatMap(circlesOf);
}

/** The two folders at which the ways to both files part; a file beside a folder is no folder. */
function addArrow(byParent: Map<string, Arrows>, from: string, to: string): void {
  const [a, b] = [path.posix.dirname(from).split('/'), path.posix.dirname(to).split('/')];
  const depth = a.findIndex((part, at) => part !== b[at]);
  if (depth === -1 || depth >= b.length) return;
  const parent = a.slice(0, depth).join('/');
  const arrows = byParent.get(parent) ?? new Map<string, Set<string>>();
  byParent.set(parent, arrows);
  const source = a.slice(0, depth + 1).join('/');
  arrows.set(source, (arrows.get(source) ?? new Set()).add(b.slice(0, depth + 1).join('/')));
}

/** Every folder that leads back to itself, once a circle: by the shortest way. */
function circlesOf(arrows: Arrows): string[][] {
  const found: string[][] = [];
  for (const start of arrows.keys()) {
    if (found.some((circle) => circle.includes(start))) continue;
    const circle = wayBack(start, arrows);
    if (circle !== undefined) found.push(circle);
  }
  return found;
}

function wayBack(start: string, arrows: Arrows): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of arrows.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
