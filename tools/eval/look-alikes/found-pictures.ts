import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { unpackDebianPackage } from '../pictures/debian-packages.ts';
import type { DebianPackage } from '../pictures/debian-packages.ts';
import type { Split } from '../pictures/picture-set.ts';
import { hashText } from '../pictures/seeded.ts';

/** Pictures that people made, in groups of one look: plots of one script, windows of one program, cards of one deck. */
export interface FoundFamily {
  readonly name: string;
  readonly split: Split;
  /** The pictures by group; each is PNG. */
  readonly groups: ReadonlyMap<string, readonly Buffer[]>;
}

interface Source {
  readonly name: string;
  readonly split: Split;
  readonly from: DebianPackage;
  /** A file's group, or undefined where it is not used. */
  readonly groupOf: (file: string) => string | undefined;
}

const leastSide = 160;
const groupsAtMost = 14;
const eachAtMost = 5;

const match =
  (pattern: RegExp) =>
  (file: string): string | undefined =>
    pattern.exec(file)?.[1];

const sources: readonly Source[] = [
  {
    name: 'found plots',
    split: 'development',
    from: 'python-sklearn-doc',
    groupOf: match(/sphx_glr_(plot_\w+)_\d{3}\.png$/),
  },
  {
    name: 'found dialogs',
    split: 'development',
    from: 'gimp-help-en',
    groupOf: match(/help\/en\/images\/(dialogs|tool-options|preferences|using)\/[^/]+\.png$/),
  },
  {
    name: 'found notebook plots',
    split: 'test',
    from: 'python-statsmodels-doc',
    groupOf: match(/notebooks_generated_(\w+?)_\d+_\d+\.png$/),
  },
  {
    name: 'found windows',
    split: 'test',
    from: 'gnucash-docs',
    groupOf: match(/help\/C\/gnucash-(guide)\/figures\/[^/]+\.png$/),
  },
  { name: 'found function plots', split: 'test', from: 'gnumeric-doc', groupOf: match(/(figures)\/[^/]+\.png$/) },
  { name: 'flags', split: 'test', from: 'iso-flags-png-320x240', groupOf: match(/(320x240)\/[^/]+\.png$/) },
];

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

const signatureSide = 48;
/** Mean difference of brightness, in levels, below which two pictures are one: a window before and after a click. */
const onePicture = 4;

const signature = (picture: Buffer): Promise<Buffer> =>
  sharp(picture)
    .flatten({ background: '#ffffff' })
    .greyscale()
    .resize(signatureSide, signatureSide, { fit: 'fill' })
    .raw()
    .toBuffer();

function difference(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

/** Large enough, and no near double of one that is kept. */
async function distinct(pictures: readonly Buffer[]): Promise<Buffer[]> {
  const kept: { readonly picture: Buffer; readonly signature: Buffer }[] = [];
  for (const picture of pictures) {
    const { width, height } = await sharp(picture).metadata();
    if (Math.min(width, height) < leastSide || Math.max(width, height) > 8 * Math.min(width, height)) continue;
    const own = await signature(picture);
    if (kept.every((other) => difference(own, other.signature) > onePicture)) kept.push({ picture, signature: own });
  }
  return kept.map(({ picture }) => picture);
}

/** Splits one large group into small ones at random, so that it counts no more than the others. */
function regrouped(groups: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const [group, files] of groups) {
    const shuffled = files.toSorted((a, b) => hashText(a) - hashText(b));
    for (let start = 0; start < shuffled.length; start += eachAtMost)
      parts.set(`${group}-${start}`, shuffled.slice(start, start + eachAtMost));
  }
  return new Map([...parts].filter(([, files]) => files.length > 1).toSorted(([a], [b]) => hashText(a) - hashText(b)));
}

async function load({ name, split, from, groupOf }: Source, cache: string): Promise<FoundFamily> {
  const files = new Map<string, string[]>();
  for (const file of filesBelow(unpackDebianPackage(from, cache))) {
    const group = groupOf(file);
    if (group !== undefined) files.set(group, [...(files.get(group) ?? []), file]);
  }
  const groups = new Map<string, Buffer[]>();
  for (const [group, members] of regrouped(files)) {
    const kept = await distinct(members.map((file) => readFileSync(file)));
    if (kept.length > 1) groups.set(group, kept);
    if (groups.size === groupsAtMost) break;
  }
  return { name, split, groups };
}

const deckColumns = 13;
const deckRows = 4;

/** The cards of one deck: one file draws them in rows and columns. */
async function playingCards(cache: string): Promise<FoundFamily> {
  const folder = path.join(unpackDebianPackage('aisleriot', cache), 'usr/share/aisleriot/cards');
  const drawing = gunzipSync(readFileSync(path.join(folder, 'bonded.svgz')));
  const { data, info } = await sharp(drawing, { density: 240 })
    .flatten({ background: '#ffffff' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const [width, height] = [Math.floor(info.width / deckColumns), Math.floor(info.height / (deckRows + 1))];
  const cards: Buffer[] = [];
  for (let at = 0; at < deckColumns * deckRows; at += 1) {
    const [left, top] = [(at % deckColumns) * width, Math.floor(at / deckColumns) * height];
    cards.push(await sharp(data).extract({ left, top, width, height }).resize(360).png().toBuffer());
  }
  const groups = new Map<string, Buffer[]>();
  for (let start = 0; start < groupsAtMost; start += 1) {
    groups.set(
      `deck-${start}`,
      [start, start + 17, start + 26, start + 38].map((at) => cards[at % cards.length] ?? Buffer.of()),
    );
  }
  return { name: 'playing cards', split: 'development', groups };
}

/** Every family of found pictures, in a fixed order. */
export async function loadFoundFamilies(cache: string): Promise<FoundFamily[]> {
  const families: FoundFamily[] = [];
  for (const source of sources) families.push(await load(source, cache));
  return [...families, await playingCards(cache)];
}
