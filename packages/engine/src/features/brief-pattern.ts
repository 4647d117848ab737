/** Radius in which all tests lie, pixels of the pyramid level. */
export const patternRadius = 15;
const descriptorBits = 256;
export const descriptorWords: number = descriptorBits / 32;
export const descriptorPixels: number = 2 * descriptorBits;
/** Orientations are rounded to this many steps a turn, so that the turned patterns can be tabulated. */
export const orientationSteps = 64;

/** Park and Miller's minimal standard generator: the pattern is part of the feature's definition and must never vary. */
function uniformGenerator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** One coordinate: normal with standard deviation 31/5, cut at the radius (BRIEF's sampling G II). */
function normalOffset(uniform: () => number): number {
  for (;;) {
    const radius = Math.sqrt(-2 * Math.log(uniform() + Number.MIN_VALUE));
    const value = radius * Math.cos(2 * Math.PI * uniform()) * (31 / 5);
    if (Math.abs(value) <= 13) return Math.round(value);
  }
}

/**
 * Tests of the binary descriptor as [x1, y1, x2, y2] quadruples in the keypoint's own frame (x along its orientation).
 * The second 128 tests are the first mirrored at the x axis. Mirroring a picture therefore only swaps the halves of
 * each descriptor, and a mirrored copy is found without a second extraction.
 * @source Calonder et al., BRIEF (2010), section 3.2, sampling G II; the mirrored halves are ours.
 */
const briefPattern: Int8Array = (() => {
  const uniform = uniformGenerator(20_261_122);
  const pattern = new Int8Array(descriptorBits * 4);
  const half = pattern.length / 2;
  for (let at = 0; at < half; at += 4) {
    const test = [0, 0, 0, 0];
    while (test[0] === test[2] && test[1] === test[3])
      for (let axis = 0; axis < 4; axis += 1) test[axis] = normalOffset(uniform);
    pattern.set(test, at);
    pattern.set([test[0] as number, -(test[1] as number), test[2] as number, -(test[3] as number)], half + at);
  }
  return pattern;
})();

/** The pattern turned by each orientation step: `descriptorPixels` column offsets and as many row offsets a step. */
export const turnedPattern: { readonly columns: Int8Array; readonly rows: Int8Array } = (() => {
  const columns = new Int8Array(orientationSteps * descriptorPixels);
  const rows = new Int8Array(orientationSteps * descriptorPixels);
  for (let at = 0; at < columns.length; at += 1) {
    const angle = (2 * Math.PI * Math.floor(at / descriptorPixels)) / orientationSteps;
    const pixel = at % descriptorPixels;
    const x = briefPattern[2 * pixel] as number;
    const y = briefPattern[2 * pixel + 1] as number;
    columns[at] = Math.round(x * Math.cos(angle) - y * Math.sin(angle));
    rows[at] = Math.round(x * Math.sin(angle) + y * Math.cos(angle));
  }
  return { columns, rows };
})();
