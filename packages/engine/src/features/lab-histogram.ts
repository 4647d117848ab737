/** Bins of the histogram: lightness × a × b. */
const lightnessBins = 5;
const chromaBins = 9;
export const labHistogramLength: number = lightnessBins * chromaBins * chromaBins;
/** a* and b* of sRGB colours stay within ±110; the outer bins gather what little lies beyond ±80. */
const chromaLimit = 80;

/** sRGB byte → linear light, 0…1. */
const linearOfByte: Float64Array = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** CIE f(t), tabulated over 0…1.1: the cube root is the costly part of the conversion. */
const curveSteps = 4096;
const stepsOfRatio: number = curveSteps / 1.1;
const curveOfStep: Float64Array = Float64Array.from({ length: curveSteps + 2 }, (_, step) => {
  const ratio = step / stepsOfRatio;
  return ratio > 216 / 24_389 ? Math.cbrt(ratio) : (ratio * 24_389) / 27 / 116 + 16 / 116;
});
const curve = (ratio: number): number => curveOfStep[(ratio * stepsOfRatio + 0.5) | 0] as number;

/** Counts of the picture at hand; kept between calls. */
const histogram = new Float64Array(labHistogramLength);

const clampBin = (value: number, last: number): number => (value < 0 ? 0 : value > last ? last : value);

/** Adds a share to two neighbouring bins, `right` of it to the second. */
function addPair(bin: number, share: number, right: number): void {
  histogram[bin] = (histogram[bin] as number) + share * (1 - right);
  histogram[bin + 1] = (histogram[bin + 1] as number) + share * right;
}

/** Adds one colour, CIE L*a*b*, to the eight bins around it, by its nearness to each. */
function addLab(lightness: number, greenRed: number, blueYellow: number): void {
  const l = clampBin((lightness / 100) * (lightnessBins - 1), lightnessBins - 1);
  const a = clampBin(((greenRed + chromaLimit) / (2 * chromaLimit)) * (chromaBins - 1), chromaBins - 1);
  const b = clampBin(((blueYellow + chromaLimit) / (2 * chromaLimit)) * (chromaBins - 1), chromaBins - 1);
  const l0 = Math.min(lightnessBins - 2, l | 0);
  const a0 = Math.min(chromaBins - 2, a | 0);
  const b0 = Math.min(chromaBins - 2, b | 0);
  const right = b - b0;
  const lower = 1 - l + l0;
  const first = (l0 * chromaBins + a0) * chromaBins + b0;
  addPair(first, lower * (1 - a + a0), right);
  addPair(first + chromaBins, lower * (a - a0), right);
  addPair(first + chromaBins * chromaBins, (l - l0) * (1 - a + a0), right);
  addPair(first + chromaBins * chromaBins + chromaBins, (l - l0) * (a - a0), right);
}

/**
 * Adds one sRGB colour in bytes.
 * @source CIE 15:2004 (D65); sRGB primaries of IEC 61966-2-1.
 */
function addColour(red: number, green: number, blue: number): void {
  const r = linearOfByte[red] as number;
  const g = linearOfByte[green] as number;
  const b = linearOfByte[blue] as number;
  const x = curve((0.412_456 / 0.950_47) * r + (0.357_576 / 0.950_47) * g + (0.180_437 / 0.950_47) * b);
  const y = curve(0.212_673 * r + 0.715_152 * g + 0.072_175 * b);
  const z = curve((0.019_334 / 1.088_83) * r + (0.119_192 / 1.088_83) * g + (0.950_304 / 1.088_83) * b);
  addLab(116 * y - 16, 500 * (x - y), 200 * (y - z));
}

/** Mean of 2 × 2 pixels of a plane of 0…1, as a byte. */
function byteOfBlock(plane: Float32Array, at: number, side: number): number {
  const upper = (plane[at] as number) + (plane[at + 1] as number);
  const lower = (plane[at + side] as number) + (plane[at + side + 1] as number);
  return ((upper + lower) * (255 / 4) + 0.5) | 0;
}

/**
 * Colour histogram in CIE L*a*b*, trilinear, square-rooted: the dot product of two is the Bhattacharyya coefficient.
 * Counts the means of 2 × 2 pixels.
 * @param planes  planar RGB of a square picture, 0…1; its side is even.
 * @returns       `labHistogramLength` values ≥ 0 with unit length.
 */
export function labHistogram(planes: Float32Array): Float32Array {
  histogram.fill(0);
  const side = Math.sqrt(planes.length / 3);
  const red = planes.subarray(0, side * side);
  const green = planes.subarray(side * side, 2 * side * side);
  const blue = planes.subarray(2 * side * side);
  for (let y = 0; y < side; y += 2) {
    for (let at = y * side; at < (y + 1) * side; at += 2)
      addColour(byteOfBlock(red, at, side), byteOfBlock(green, at, side), byteOfBlock(blue, at, side));
  }
  const total = (side * side) / 4;
  return Float32Array.from(histogram, (count) => Math.sqrt(count / total));
}
