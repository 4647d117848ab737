/** Luma, blue and red chroma of the same places in two pictures. */
export interface ColourPairs {
  readonly first: readonly [luma: Float32Array, blue: Float32Array, red: Float32Array];
  readonly second: readonly [luma: Float32Array, blue: Float32Array, red: Float32Array];
}

/** How a tint grows: with the light, everywhere alike, not at all. */
const tints = ['light', 'constant', 'none'] as const;
type Tint = (typeof tints)[number];

const rounds = 5;
/** Residual, units of chroma, at which a place counts half. */
const halfResidual = 8;
const mostResidual = 20;
const mostSaturation = 3;
/** Chroma by which a tint shifts at most: yellow light and a scanner's lamp do that, a dye does more. */
const mostTint = 48;

interface ColourMap {
  saturation: number;
  blue: number;
  red: number;
}

/** How strong a tint is at each place. */
function lightOf(luma: Float32Array, tint: Tint): Float32Array {
  const light = new Float32Array(luma.length);
  if (tint === 'none') return light;
  if (tint === 'constant') return light.fill(1);
  for (let at = 0; at < light.length; at += 1) light[at] = (luma[at] as number) / 255;
  return light;
}

/** Square of what a map leaves of the difference in chroma: its blue and its red part. */
const squared = (across: number, down: number): number => across * across + down * down;

/** A tint that is no stronger than light makes one. */
function limitTint({ saturation, blue, red }: ColourMap): ColourMap {
  const factor = Math.min(1, mostTint / Math.max(1, Math.sqrt(squared(blue, red))));
  return { saturation, blue: factor * blue, red: factor * red };
}

const limitSaturation = (value: number): number => Math.max(0, Math.min(mostSaturation, value));

/** Least squares for saturation and tint, each place the less the worse the last map fits it. */
function fitMap(pairs: ColourPairs, light: Float32Array, last: ColourMap | undefined): ColourMap {
  const [, firstBlue, firstRed] = pairs.first;
  const [, secondBlue, secondRed] = pairs.second;
  const { saturation: scale, blue, red } = last ?? { saturation: 0, blue: 0, red: 0 };
  let [square, blueLight, redLight, lights, blueOut, redOut, product] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < light.length; at += 1) {
    const l = light[at] as number;
    const p = firstBlue[at] as number;
    const q = firstRed[at] as number;
    const c = secondBlue[at] as number;
    const d = secondRed[at] as number;
    const error = last === undefined ? 0 : squared(scale * p + blue * l - c, scale * q + red * l - d);
    const weight = 1 / (1 + error / (halfResidual * halfResidual));
    square += weight * (p * p + q * q);
    blueLight += weight * p * l;
    redLight += weight * q * l;
    lights += weight * l * l;
    blueOut += weight * c * l;
    redOut += weight * d * l;
    product += weight * (p * c + q * d);
  }
  if (lights <= 1e-9) return { saturation: square > 1e-6 ? limitSaturation(product / square) : 1, blue: 0, red: 0 };
  const rest = square - (blueLight * blueLight + redLight * redLight) / lights;
  const along = product - (blueLight * blueOut + redLight * redOut) / lights;
  const saturation = limitSaturation(rest > 1e-6 ? along / rest : 1);
  return limitTint({
    saturation,
    blue: (blueOut - saturation * blueLight) / lights,
    red: (redOut - saturation * redLight) / lights,
  });
}

function fitTint(pairs: ColourPairs, tint: Tint): Float32Array {
  const light = lightOf(pairs.second[0], tint);
  let map = fitMap(pairs, light, undefined);
  for (let round = 1; round < rounds; round += 1) map = fitMap(pairs, light, map);
  return residualsOf(pairs, light, map);
}

/** What a map leaves of the difference in chroma at each place. */
function residualsOf(
  { first, second }: ColourPairs,
  light: Float32Array,
  { saturation, blue, red }: ColourMap,
): Float32Array {
  const [, firstBlue, firstRed] = first;
  const [, secondBlue, secondRed] = second;
  const residuals = new Float32Array(light.length);
  for (let at = 0; at < light.length; at += 1) {
    const value = light[at] as number;
    const across = saturation * (firstBlue[at] as number) + blue * value - (secondBlue[at] as number);
    const down = saturation * (firstRed[at] as number) + red * value - (secondRed[at] as number);
    residuals[at] = Math.sqrt(squared(across, down));
  }
  return residuals;
}

/** What residuals cost in all, the largest of them alike. */
function costOf(residuals: Float32Array): number {
  let sum = 0;
  for (const residual of residuals) sum += Math.min(residual, mostResidual);
  return sum;
}

/** What is left at each place of the difference in chroma after the best change of all colours at once, either way round. */
export function fitColours(pairs: ColourPairs): Float32Array {
  const swapped: ColourPairs = { first: pairs.second, second: pairs.first };
  const found = [pairs, swapped].flatMap((way) => tints.map((tint) => fitTint(way, tint)));
  const costs = found.map(costOf);
  const least = costs.reduce((best, cost, at) => (cost < (costs[best] as number) ? at : best), 0);
  return found[least] as Float32Array;
}
