/** Luma, blue and red chroma of the same places in two pictures. */
export interface ColourPairs {
  readonly first: readonly [luma: Float32Array, blue: Float32Array, red: Float32Array];
  readonly second: readonly [luma: Float32Array, blue: Float32Array, red: Float32Array];
}

/** How a tint grows: with the light, everywhere alike, not at all. */
const tints = ['light', 'constant', 'none'] as const;
type Tint = (typeof tints)[number];

const rounds = 8;
/** Residual, units of chroma, at which a place counts half. */
const halfResidual = 8;
const mostResidual = 20;
const mostSaturation = 3;

interface ColourMap {
  saturation: number;
  blue: number;
  red: number;
}

/** How strong a tint is at each place. */
function lightOf(luma: Float32Array, tint: Tint): Float32Array {
  if (tint === 'light') return luma.map((value) => value / 255);
  return new Float32Array(luma.length).fill(tint === 'constant' ? 1 : 0);
}

/** Weighted least squares for saturation and tint. */
function fitMap({ first, second }: ColourPairs, light: Float32Array, weights: Float32Array): ColourMap {
  let [square, blueLight, redLight, lights, blueOut, redOut, product] = [0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < light.length; at += 1) {
    const [weight, l] = [weights[at] as number, light[at] as number];
    const [p, q, c, d] = [
      first[1][at] as number,
      first[2][at] as number,
      second[1][at] as number,
      second[2][at] as number,
    ];
    square += weight * (p * p + q * q);
    blueLight += weight * p * l;
    redLight += weight * q * l;
    lights += weight * l * l;
    blueOut += weight * c * l;
    redOut += weight * d * l;
    product += weight * (p * c + q * d);
  }
  const limit = (value: number): number => Math.max(0, Math.min(mostSaturation, value));
  if (lights <= 1e-9) return { saturation: square > 1e-6 ? limit(product / square) : 1, blue: 0, red: 0 };
  const rest = square - (blueLight * blueLight + redLight * redLight) / lights;
  const saturation = limit(rest > 1e-6 ? (product - (blueLight * blueOut + redLight * redOut) / lights) / rest : 1);
  return {
    saturation,
    blue: (blueOut - saturation * blueLight) / lights,
    red: (redOut - saturation * redLight) / lights,
  };
}

function residualsOf(
  { first, second }: ColourPairs,
  light: Float32Array,
  { saturation, blue, red }: ColourMap,
): Float32Array {
  return light.map((l, at) =>
    Math.hypot(
      saturation * (first[1][at] as number) + blue * l - (second[1][at] as number),
      saturation * (first[2][at] as number) + red * l - (second[2][at] as number),
    ),
  );
}

function fitTint(pairs: ColourPairs, tint: Tint): Float32Array {
  const light = lightOf(pairs.second[0], tint);
  let weights: Float32Array = new Float32Array(light.length).fill(1);
  let residuals = weights;
  for (let round = 0; round < rounds; round += 1) {
    residuals = residualsOf(pairs, light, fitMap(pairs, light, weights));
    weights = residuals.map((residual) => 1 / (1 + (residual / halfResidual) ** 2));
  }
  return residuals;
}

/** What is left at each place of the difference in chroma after the best change of all colours at once, either way round. */
export function fitColours(pairs: ColourPairs): Float32Array {
  const swapped: ColourPairs = { first: pairs.second, second: pairs.first };
  const found = [pairs, swapped].flatMap((way) => tints.map((tint) => fitTint(way, tint)));
  const cost = (residuals: Float32Array): number =>
    residuals.reduce((sum, residual) => sum + Math.min(residual, mostResidual), 0);
  return found.reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best));
}
