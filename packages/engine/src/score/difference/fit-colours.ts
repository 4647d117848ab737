import { allocate, freeLayersFrom, layerKernels, layersEnd } from './layer-kernels.ts';

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
  readonly saturation: number;
  readonly blue: number;
  readonly red: number;
}

/** First onto second, and second onto first: lanes of the kernels. */
type BothWays<Value> = readonly [Value, Value];

/** Where the kernels find the places' colours, the tints' lights, a map of each way and sums; addresses are bytes. */
interface FitMemory {
  readonly count: number;
  readonly chroma: number;
  readonly lights: number;
  readonly evenLights: Readonly<Record<Exclude<Tint, 'light'>, number>>;
  readonly maps: Float64Array;
  readonly sums: Float64Array;
}

const floatBytes = 4;
const doubleBytes = 8;
/** Doubles of a map and of the kernel's sums, both ways round. */
const mapDoubles = 6;
const sumDoubles = 14;

/** Square of what a map leaves of the difference in chroma: its blue and its red part. */
const squared = (across: number, down: number): number => across * across + down * down;

/** A tint that is no stronger than light makes one. */
function limitTint({ saturation, blue, red }: ColourMap): ColourMap {
  const factor = Math.min(1, mostTint / Math.max(1, Math.sqrt(squared(blue, red))));
  return { saturation, blue: factor * blue, red: factor * red };
}

const limitSaturation = (value: number): number => Math.max(0, Math.min(mostSaturation, value));

/** Puts the colours where the kernels find them. */
function fitMemory({ first, second }: ColourPairs): FitMemory {
  const count = first[0].length;
  const [chroma, lights] = [allocate(4 * count * floatBytes), allocate(2 * count * floatBytes)];
  const even = allocate(4 * floatBytes);
  const [maps, sums] = [allocate(mapDoubles * doubleBytes), allocate(sumDoubles * doubleBytes)];
  const { buffer } = layerKernels().memory;
  const chromas = new Float32Array(buffer, chroma, 4 * count);
  const tones = new Float32Array(buffer, lights, 2 * count);
  for (let at = 0; at < count; at += 1) {
    chromas[4 * at] = first[1][at] as number;
    chromas[4 * at + 1] = second[1][at] as number;
    chromas[4 * at + 2] = first[2][at] as number;
    chromas[4 * at + 3] = second[2][at] as number;
    tones[2 * at] = (second[0][at] as number) / 255;
    tones[2 * at + 1] = (first[0][at] as number) / 255;
  }
  new Float32Array(buffer, even, 4).set([1, 1, 0, 0]);
  return {
    count,
    chroma,
    lights,
    evenLights: { constant: even, none: even + 2 * floatBytes },
    maps: new Float64Array(buffer, maps, mapDoubles),
    sums: new Float64Array(buffer, sums, sumDoubles),
  };
}

/** Least squares for saturation and tint, one way round, by the kernel's sums. */
function solveMap(sums: Float64Array, way: 0 | 1): ColourMap {
  const sum = (at: number): number => sums[2 * at + way] as number;
  const [square, blueLight, redLight, lights] = [sum(0), sum(1), sum(2), sum(3)];
  const [blueOut, redOut, product] = [sum(4), sum(5), sum(6)];
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

function writeMaps(to: Float64Array, [one, other]: BothWays<ColourMap>): void {
  to.set([one.saturation, other.saturation, one.blue, other.blue, one.red, other.red]);
}

/** A tint's best map each way round, and what residuals cost in all, the largest of them alike. */
interface FittedTint {
  readonly tint: Tint;
  readonly maps: BothWays<ColourMap>;
  readonly costs: BothWays<number>;
}

/** Fits again and again, each place the less the worse the last map fits it. */
function fitTint(memory: FitMemory, tint: Tint): FittedTint {
  const { count, chroma, maps, sums } = memory;
  const { fitColours: fit, colourCosts } = layerKernels();
  const lights = tint === 'light' ? memory.lights : memory.evenLights[tint];
  const step = tint === 'light' ? 2 * floatBytes : 0;
  let found: BothWays<ColourMap> = [
    { saturation: 0, blue: 0, red: 0 },
    { saturation: 0, blue: 0, red: 0 },
  ];
  for (let round = 0; round < rounds; round += 1) {
    writeMaps(maps, found);
    const falloff = round === 0 ? 0 : 1 / (halfResidual * halfResidual);
    fit(chroma, lights, step, count, maps.byteOffset, falloff, sums.byteOffset);
    found = [solveMap(sums, 0), solveMap(sums, 1)];
  }
  writeMaps(maps, found);
  colourCosts(chroma, lights, step, count, maps.byteOffset, mostResidual, sums.byteOffset);
  return { tint, maps: found, costs: [sums[0] as number, sums[1] as number] };
}

/** How strong a tint is at each place, as the kernels have it. */
const lightAt = (luma: number, tint: Tint): number =>
  tint === 'light' ? Math.fround(luma / 255) : Number(tint === 'constant');

/** What a map leaves of the difference in chroma at each place. */
function residualsOf({ first, second }: ColourPairs, tint: Tint, { saturation, blue, red }: ColourMap): Float32Array {
  const [, firstBlue, firstRed] = first;
  const [luma, secondBlue, secondRed] = second;
  const residuals = new Float32Array(luma.length);
  for (let at = 0; at < residuals.length; at += 1) {
    const value = lightAt(luma[at] as number, tint);
    const across = saturation * (firstBlue[at] as number) + blue * value - (secondBlue[at] as number);
    const down = saturation * (firstRed[at] as number) + red * value - (secondRed[at] as number);
    residuals[at] = Math.sqrt(squared(across, down));
  }
  return residuals;
}

/**
 * What is left at each place of the difference in chroma after the best change of all colours at once, either way round.
 * There has to be a place. Uses the kernels' memory beyond what is allocated.
 */
export function fitColours(pairs: ColourPairs): Float32Array {
  const end = layersEnd();
  const memory = fitMemory(pairs);
  const fitted = tints.map((tint) => fitTint(memory, tint));
  freeLayersFrom(end);
  const ways = ([0, 1] as const).flatMap((way) => fitted.map((found) => ({ found, way })));
  const least = ways.reduce((best, next) => (next.found.costs[next.way] < best.found.costs[best.way] ? next : best));
  const turned = least.way === 0 ? pairs : { first: pairs.second, second: pairs.first };
  return residualsOf(turned, least.found.tint, least.found.maps[least.way]);
}
