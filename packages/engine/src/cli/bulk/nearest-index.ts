import type { FindNearest, Neighbour } from './nearest.ts';

/**
 * The nearest pictures by an index (HNSW, Malkov and Yashunin 2016) of the library usearch: cost grows little faster than the number of
 * pictures, and a few neighbours are missed. @returns `undefined` where the library is not installed
 */
export async function openIndexSearch(): Promise<FindNearest | undefined> {
  const usearch = await import('usearch').catch(() => undefined);
  if (usearch === undefined) return undefined;
  return async ({ files, length, values }, count) => {
    const { BatchMatches, Index, MetricKind, ScalarKind } = usearch;
    const index = new Index({
      dimensions: length,
      metric: MetricKind.IP,
      quantization: ScalarKind.F32,
      connectivity: 32,
      expansion_add: 256,
      expansion_search: 256,
      multi: false,
    });
    index.add(BigUint64Array.from(files.keys(), BigInt), values);
    // Each finds itself as well.
    const matches = index.search(values, count + 1, 0);
    if (!(matches instanceof BatchMatches)) return [neighboursOf(0, matches, count)];
    return Array.from(files.keys(), (row) => neighboursOf(row, matches.get(row), count));
  };
}

function neighboursOf(
  row: number,
  { keys, distances }: { readonly keys: BigUint64Array; readonly distances: Float32Array },
  count: number,
): readonly Neighbour[] {
  return Array.from(keys, (key, at) => ({ row: Number(key), cosine: 1 - (distances[at] ?? 2) }))
    .filter((neighbour) => neighbour.row !== row)
    .slice(0, count);
}
