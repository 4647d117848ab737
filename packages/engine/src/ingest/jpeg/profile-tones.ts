/** Bytes of a profile's header, of its number of tags, and of each entry of its table. */
const headerBytes = 128;
const countBytes = 4;
const entryBytes = 12;
const mostTags = 100;
/** Inputs at which tones are compared, and how far they may lie from those of sRGB: 8 of 255. */
const probes = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
const mostDifference = 0.03;

type Curve = (value: number) => number;

/** Tones of sRGB from linear light. @source IEC 61966-2-1. */
const srgbOf = (light: number): number => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);

const nameAt = (view: DataView, at: number): string =>
  String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));

const fixedAt = (view: DataView, at: number): number => view.getInt32(at) / 65_536;

/** A curve of samples; of one number, its exponent. */
function sampledCurve(view: DataView, at: number): Curve {
  const count = view.getUint32(at + 8);
  if (count === 0) return (value) => value;
  if (count === 1) return (value) => value ** (view.getUint16(at + 12) / 256);
  return (value) => view.getUint16(at + 12 + 2 * Math.round(value * (count - 1))) / 65_535;
}

/** A curve of a formula: an exponent alone, or with a straight piece at its dark end. */
function formulaCurve(view: DataView, at: number): Curve | undefined {
  const [kind, exponent] = [view.getUint16(at + 8), fixedAt(view, at + 12)];
  if (kind === 0) return (value) => value ** exponent;
  if (kind !== 3) return undefined;
  const [factor, shift, slope, end] = [16, 20, 24, 28].map((offset) => fixedAt(view, at + offset)) as [
    number,
    number,
    number,
    number,
  ];
  return (value) => (value >= end ? (factor * value + shift) ** exponent : slope * value);
}

function curveAt(view: DataView, at: number): Curve | undefined {
  const name = nameAt(view, at);
  if (name === 'curv') return sampledCurve(view, at);
  return name === 'para' ? formulaCurve(view, at) : undefined;
}

const isLikeSrgb = (curve: Curve): boolean =>
  probes.every((probe) => Math.abs(srgbOf(curve(probe)) - probe) <= mostDifference);

/** Where the tags of a profile lie. */
function tagsOf(view: DataView): Map<string, number> {
  const count = Math.min(mostTags, view.getUint32(headerBytes));
  const entries = Array.from({ length: count }, (_, index) => headerBytes + countBytes + index * entryBytes);
  return new Map(entries.map((at) => [nameAt(view, at), view.getUint32(at + 4)]));
}

/**
 * Whether a colour profile leaves brightness nearly as it is for a display: its curves are those of sRGB, or near them
 * (Display P3, Adobe RGB, grey of gamma 2.2), and no table takes their place.
 * @param profile  a whole profile; one that cannot be read is not like sRGB.
 * @source ICC.1:2022, 7.3, 10.6, 10.18.
 */
export function hasUsualTones(profile: Uint8Array): boolean {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  try {
    const tags = tagsOf(view);
    const names = nameAt(view, 16) === 'GRAY' ? ['kTRC'] : ['rTRC', 'gTRC', 'bTRC'];
    const curves = names.map((name) => tags.get(name)).map((at) => (at === undefined ? undefined : curveAt(view, at)));
    return !tags.has('A2B0') && curves.every((curve) => curve !== undefined && isLikeSrgb(curve));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
