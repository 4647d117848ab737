/** Brightness of the same places in two pictures, 0…255, and the cell in which each lies; −1 beside the grid. */
export interface LitPlaces {
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly cells: Int32Array;
}

/** Agreement of a cell from which on its places tell how the light has changed. */
const agreeingFrom = 0.75;
/** Contrast by which light changes at most: a scan is paler, a screen photographed is harder. */
const leastGain = 0.4;
const mostGain = 2.5;
/** Spread of brightness, in levels, below which only a shift can be told. */
const leastSpread = 12;

/** How the light of the first picture becomes that of the second. */
interface LightChange {
  readonly gain: number;
  readonly shift: number;
}

/** Least squares over the places of cells that agree; none where next to nothing does. */
function lightChange({ first, second, cells }: LitPlaces, agreement: Float32Array): LightChange {
  let [count, own, other, square, product] = [0, 0, 0, 0, 0];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as number;
    if (cell < 0 || (agreement[cell] as number) < agreeingFrom) continue;
    const [a, b] = [first[at] as number, second[at] as number];
    count += 1;
    own += a;
    other += b;
    square += a * a;
    product += a * b;
  }
  if (count === 0) return { gain: 1, shift: 0 };
  const variance = square / count - (own / count) ** 2;
  const along = product / count - (own / count) * (other / count);
  const isEven = variance < leastSpread * leastSpread;
  const gain = isEven ? 1 : Math.max(leastGain, Math.min(mostGain, along / variance));
  return { gain, shift: other / count - (gain * own) / count };
}

/**
 * By how many levels the brightness of each cell differs in the mean, after the change of light that what agrees shows:
 * paper that is scanned grey stays paper, another picture in the same frame is another one however little is in it.
 */
export function lightInCells(places: LitPlaces, agreement: Float32Array): Float32Array {
  const { first, second, cells } = places;
  const { gain, shift } = lightChange(places, agreement);
  const [sums, counts] = [new Float64Array(agreement.length), new Uint16Array(agreement.length)];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] as number;
    if (cell < 0) continue;
    sums[cell] = (sums[cell] as number) + (second[at] as number) - (gain * (first[at] as number) + shift);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return Float32Array.from(sums, (sum, cell) => Math.abs(sum) / Math.max(1, counts[cell] as number));
}
