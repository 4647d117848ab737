/**
 * Indices of whole numbers, the highest number first; of equal ones the lower index first.
 * @param values  0 … 4095: they are counted, not compared.
 */
export function rankWhole(values: Int32Array): Int32Array {
  const starts = new Int32Array(4097);
  for (const value of values) starts[4095 - value] = (starts[4095 - value] as number) + 1;
  let sum = 0;
  for (let place = 0; place < starts.length; place += 1) {
    const count = starts[place] as number;
    starts[place] = sum;
    sum += count;
  }
  const order = new Int32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const place = 4095 - (values[index] as number);
    order[starts[place] as number] = index;
    starts[place] = (starts[place] as number) + 1;
  }
  return order;
}

/** How many of the ascending values are below `value`. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Indices of numbers, the highest first; of equal ones the lower index first. The numbers are sorted without their
 * indices, which needs no comparing function, and each then finds its place.
 */
export function rank(values: Float64Array): Int32Array {
  const sorted = values.toSorted();
  const taken = new Int32Array(values.length);
  const order = new Int32Array(values.length);
  for (let index = values.length - 1; index >= 0; index -= 1) {
    const below = countBelow(sorted, values[index] as number);
    order[values.length - 1 - below - (taken[below] as number)] = index;
    taken[below] = (taken[below] as number) + 1;
  }
  return order;
}
