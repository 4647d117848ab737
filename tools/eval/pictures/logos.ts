import { readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { unpackDebianPackage } from './debian-packages.ts';
import { hashText } from './seeded.ts';

/** An emblem of a program: one whole drawing, with transparency. */
export interface Logo {
  /** Unique, such as `papirus-icon-theme/gimp.svg`. */
  readonly id: string;
  /** Emblems of one outline have one: many sit on the same round or square plate. */
  readonly outline: string;
  /** PNG with transparency, 448 px a side. */
  readonly bytes: Buffer;
}

/** How many emblems are kept. */
const logoCount = 420;
/** Side of a rendered emblem, in pixels; the drawings are made for 64. */
const logoSide = 448;
const drawingSide = 64;
const drawingDensity = 72;
/** Two drawings whose brightness agrees better than this, at 24 px, are variants of one. */
const variantCorrelation = 0.93;
/** Drawings that cover the same pixels to this share have one outline: discs of 60 and 56 px do, disc and square not. */
const sameOutline = 0.86;
const signatureSide = 24;

/**
 * The first word of a program's name: `AdobeBridge` and `AdobeXD`, `gimp-2.10` and `gimp` share one. In a reversed
 * domain name the program is the last part.
 */
function stemOf(file: string): string {
  const base = path.basename(file, '.svg');
  const name = /^(com|org|net|io|de|fr|me|app|co|br|xyz|info)\./i.test(base) ? (base.split('.').at(-1) ?? base) : base;
  const words = name.split(/[-_. \d]|(?<=[a-z])(?=[A-Z])/);
  return (words.find((word) => word.length > 2) ?? name).toLowerCase();
}

/** Brightness on white, 24 × 24, mean 0 and length 1: its dot product with another is their correlation. */
async function signature(logo: Buffer): Promise<Float64Array> {
  const grey = await sharp(logo)
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(signatureSide, signatureSide, { fit: 'fill' })
    .raw()
    .toBuffer();
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const centred = Float64Array.from(grey, (value) => value - mean);
  const length = Math.hypot(...centred);
  return centred.map((value) => (length === 0 ? 0 : value / length));
}

const correlation = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** What of the 24 × 24 px the drawing covers. */
async function coverage(logo: Buffer): Promise<Uint8Array> {
  const alpha = sharp(logo).ensureAlpha().extractChannel('alpha').resize(signatureSide, signatureSide, { fit: 'fill' });
  return (await alpha.raw().toBuffer()).map((value) => (value > 127 ? 1 : 0));
}

/** Area of the intersection over area of the union. */
function overlap(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  for (const [at, value] of a.entries()) {
    both += value & (b[at] ?? 0);
    either += value | (b[at] ?? 0);
  }
  return either === 0 ? 1 : both / either;
}

/** Names the outline of each emblem after the first that has it. */
function outlines(): (file: string, logo: Buffer) => Promise<string> {
  const known: { readonly name: string; readonly covered: Uint8Array }[] = [];
  return async (file, logo) => {
    const covered = await coverage(logo);
    const same = known.find((other) => overlap(covered, other.covered) > sameOutline);
    if (same !== undefined) return same.name;
    known.push({ name: `like ${file}`, covered });
    return `like ${file}`;
  };
}

/** The files that are drawings of their own, not links to another, in an order that names do not decide. */
function drawingsBelow(folder: string): string[] {
  const stems = new Set<string>();
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.svg'))
    .map(({ name }) => name)
    .toSorted((a, b) => hashText(a) - hashText(b) || (a < b ? -1 : 1))
    .filter((name) => {
      const stem = stemOf(name);
      const isNew = !stems.has(stem);
      stems.add(stem);
      return isNew;
    });
}

/** Emblems of programs, none a variant of another, in a fixed order. */
export async function loadLogos(cache: string): Promise<Logo[]> {
  const folder = path.join(unpackDebianPackage('papirus-icon-theme', cache), 'usr/share/icons/Papirus/64x64/apps');
  const logos: Logo[] = [];
  const signatures: Float64Array[] = [];
  const outlineOf = outlines();
  for (const name of drawingsBelow(folder)) {
    if (logos.length === logoCount) break;
    const density = (drawingDensity * logoSide) / drawingSide;
    const bytes = await sharp(path.join(folder, name), { density }).resize(logoSide, logoSide).png().toBuffer();
    const own = await signature(bytes);
    if (signatures.some((other) => correlation(own, other) > variantCorrelation)) continue;
    signatures.push(own);
    logos.push({ id: `papirus-icon-theme/${name}`, outline: await outlineOf(name, bytes), bytes });
  }
  return logos;
}
