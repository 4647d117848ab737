/** A straight stroke from (x0, y0) to (x1, y1) in a box 4 wide and 6 high. */
export type Stroke = readonly [x0: number, y0: number, x1: number, y1: number];

/** Poly-lines, each a run of x,y digit pairs; `-` parts them. */
const shapes: Readonly<Record<string, string>> = {
  A: '002640-1232',
  B: '00063645443303-3342413000',
  C: '4536160501103041',
  D: '00062644422000',
  E: '40000646-0333',
  F: '000646-0333',
  G: '4536160501103041-4143-4323',
  H: '0006-4046-0343',
  I: '2026',
  J: '4641301001',
  K: '0006-0246-1340',
  L: '060040',
  M: '0006234640',
  N: '00064046',
  O: '011030414536160501',
  P: '00063645443303',
  Q: '011030414536160501-2240',
  R: '00063645443303-2340',
  S: '453616050413334241301001',
  T: '0646-2026',
  U: '060110304146',
  V: '062046',
  W: '0610233046',
  X: '0046-0640',
  Y: '062346-2320',
  Z: '06460040',
  0: '011030414536160501',
  1: '152620',
  2: '05163645440040',
  3: '064623334241301001',
  4: '30360242',
  5: '460603334241301001',
  6: '4536160501103041423303',
  7: '064610',
  8: '130405163645443313-3342413010010213',
  9: '011030414536160504133344',
};

function strokesOf(shape: string): Stroke[] {
  return shape.split('-').flatMap((line) => {
    const digits = [...line].map(Number);
    const strokes: Stroke[] = [];
    for (let at = 0; at + 3 < digits.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = digits.slice(at, at + 4);
      strokes.push([x0, y0, x1, y1]);
    }
    return strokes;
  });
}

/** The strokes of each capital and digit. */
export const letters: Readonly<Record<string, readonly Stroke[]>> = Object.fromEntries(
  Object.entries(shapes).map(([letter, shape]) => [letter, strokesOf(shape)]),
);
