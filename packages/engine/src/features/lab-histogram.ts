/** Bins of the histogram: lightness × a × b. */
const lightnessBins = 5;
const chromaBins = 9;
export const labHistogramLength: number = lightnessBins * chromaBins * chromaBins;
/** a* and b* of sRGB colours stay within ±110; the outer bins gather what little lies beyond ±80. */
const chromaLimit = 80;

/** sRGB byte → linear light, 0…1. */
const linearOfByte: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/** CIE f(t), tabulated over 0…1.1: the cube root is the costly part of the conversion. */
const curveSteps = 4096;
const curveOfRatio: Float32Array = Float32Array.from({ length: curveSteps + 2 }, (_, step) => {
  const ratio = (step * 1.1) / curveSteps;
  return ratio > 216 / 24_389 ? Math.cbrt(ratio) : (ratio * 24_389) / 27 / 116 + 16 / 116;
});
const curve = (ratio: number): number => curveOfRatio[Math.round((ratio * curveSteps) / 1.1)] as number;

/**
 * CIE L*a*b* (D65) of an sRGB colour.
 * @returns L 0…100, a and b about −110…110.
 * @source CIE 15:2004; sRGB primaries of IEC 61966-2-1.
 */
export function labOf(red: number, green: number, blue: number): [number, number, number] {
  const r = linearOfByte[red] as number;
  const g = linearOfByte[green] as number;
  const b = linearOfByte[blue] as number;
  const x = curve((0.412_456 * r + 0.357_576 * g + 0.180_437 * b) / 0.950_47);
  const y = curve(0.212_673 * r + 0.715_152 * g + 0.072_175 * b);
  const z = curve((0.019_334 * r + 0.119_192 * g + 0.950_304 * b) / 1.088_83);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const clampBin = (value: number, bins: number): number => Math.min(bins - 1, Math.max(0, value));

/** Spreads one pixel over the eight bins around it. */
function addPixel(histogram: Float64Array, lab: readonly [number, number, number]): void {
  const l = clampBin((lab[0] / 100) * (lightnessBins - 1), lightnessBins);
  const a = clampBin(((lab[1] + chromaLimit) / (2 * chromaLimit)) * (chromaBins - 1), chromaBins);
  const b = clampBin(((lab[2] + chromaLimit) / (2 * chromaLimit)) * (chromaBins - 1), chromaBins);
  const l0 = Math.min(lightnessBins - 2, Math.floor(l));
  const a0 = Math.min(chromaBins - 2, Math.floor(a));
  const b0 = Math.min(chromaBins - 2, Math.floor(b));
  for (let corner = 0; corner < 8; corner += 1) {
    const dl = corner & 1;
    const da = (corner >> 1) & 1;
    const db = corner >> 2;
    const weight =
      (dl === 1 ? l - l0 : 1 - l + l0) * (da === 1 ? a - a0 : 1 - a + a0) * (db === 1 ? b - b0 : 1 - b + b0);
    const bin = ((l0 + dl) * chromaBins + a0 + da) * chromaBins + b0 + db;
    histogram[bin] = (histogram[bin] as number) + weight;
  }
}

/**
 * Colour histogram in CIE L*a*b*, trilinear, square-rooted: the dot product of two is the Bhattacharyya coefficient.
 * @param pixels  interleaved RGB floats, 0…255.
 * @returns       `labHistogramLength` values ≥ 0 with unit length.
 */
export function labHistogram(pixels: Float32Array): Float32Array {
  const histogram = new Float64Array(labHistogramLength);
  const byte = (value: number | undefined): number => Math.min(255, Math.max(0, Math.round(value ?? 0)));
  for (let at = 0; at < pixels.length; at += 3) {
    addPixel(histogram, labOf(byte(pixels[at]), byte(pixels[at + 1]), byte(pixels[at + 2])));
  }
  const total = pixels.length / 3;
  return Float32Array.from(histogram, (count) => Math.sqrt(count / total));
}
