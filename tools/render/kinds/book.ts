import type { Random } from '../math/random.ts';
import { vector } from '../math/vector.ts';
import { allSides, boxSide } from '../mesh/shapes.ts';
import type { BoxShape, Side } from '../mesh/shapes.ts';
import { artworkTexture, circle, createArtwork, lettering, outline, paint, rectangle } from '../texture/artwork.ts';
import type { Artwork } from '../texture/artwork.ts';
import { colour, shade } from '../texture/colour.ts';
import { pickPalette } from '../texture/palettes.ts';
import type { Palette } from '../texture/patterns.ts';
import { glossy, matt, satin } from './finishes.ts';
import { paintEmblem } from './emblem.ts';
import type { Model, Part } from './model.ts';

const titles = [
  ['THE', 'TIDE'],
  ['NIGHT', 'TRAIN'],
  ['SILENT', 'GARDEN'],
  ['PAPER', 'BIRDS'],
  ['NORTH'],
  ['A YEAR', 'OF BREAD'],
  ['ATLAS', 'OF CLOUDS'],
  ['RED', 'HARBOUR'],
  ['THE LONG', 'WINTER'],
  ['MAPS'],
  ['COLD', 'COFFEE'],
  ['OPEN', 'WATER'],
] as const;
const authors = ['M HALE', 'ANNA RUIZ', 'J LINDT', 'K OKADA', 'P MOREAU', 'S BERG', 'L QUINN', 'T ROWAN'] as const;

/** A hardback standing upright, its cover to the front. */
export function makeBook(random: Random): Model {
  const half = vector(random.range(0.55, 0.75), random.range(0.85, 1), random.range(0.06, 0.16));
  const palette = pickPalette(random);
  const title = random.pick(titles);
  const cover = printCover(random, { palette, title, aspect: half.y / half.x });
  const spine = printSpine(palette, title, half.z / half.y);
  const finish = random.chance(0.6) ? glossy : satin;
  const board = 0.022;
  const front: BoxShape = { center: vector(0, half.y, half.z), half: vector(half.x, half.y, board), edge: 0.015 };
  const back: BoxShape = { ...front, center: vector(0, half.y, -half.z) };
  const spineShape: BoxShape = {
    center: vector(-half.x, half.y, 0),
    half: vector(board, half.y, half.z + board),
    edge: 0.02,
  };
  const pages: BoxShape = {
    center: vector(0.0, half.y, 0),
    half: vector(half.x - 0.03, half.y - 0.035, half.z - 0.005),
    edge: 0.005,
  };
  const edgeOf = satin(shade(palette.base, -0.15));
  const printed = (side: Side): Part['material'] => (side === 'front' ? finish(artworkTexture(cover)) : edgeOf);
  const plainBoard = finish(palette.base);
  return [
    ...box(front, printed),
    ...box(back, () => plainBoard),
    ...box(spineShape, (side) => (side === 'left' ? finish(turned(spine)) : edgeOf)),
    ...box(pages, () => matt(pageEdges)),
  ];
}

function box(shape: BoxShape, materialOf: (side: Side) => Part['material']): Part[] {
  return allSides.map((side) => ({ surface: boxSide(shape, side), material: materialOf(side) }));
}

function pageEdges({ place }: { place: { z: number } }): ReturnType<typeof colour> {
  return shade(colour(0xefe6d2), Math.sin(place.z * 420) > 0.2 ? 0 : -0.18);
}

interface Cover {
  readonly palette: Palette;
  readonly title: readonly string[];
  readonly aspect: number;
}

function printCover(random: Random, { palette, title, aspect }: Cover): Artwork {
  const sheet = createArtwork(aspect, palette.base, 448);
  const layout = random.pick(['emblem', 'bands', 'circles', 'half'] as const);
  if (layout === 'emblem') paintEmblem(sheet, random, { center: { x: 0.5, y: aspect * 0.36 }, size: 0.2, palette });
  if (layout === 'bands') paintBands(sheet, random, palette);
  if (layout === 'circles') paintCircles(sheet, random, palette);
  if (layout === 'half')
    paint(sheet, rectangle({ x: 0, y: 0 }, { x: 1, y: aspect * random.range(0.3, 0.5) }), palette.accent);
  title.forEach((text, line) => {
    const size = Math.min(0.9 / text.length, 0.16);
    paint(
      sheet,
      lettering({ text, size, center: { x: 0.5, y: aspect * 0.84 - line * 0.22 }, weight: 0.2 }),
      palette.accent,
    );
  });
  const author = { text: random.pick(authors), size: 0.055, center: { x: 0.5, y: aspect * 0.07 }, weight: 0.18 };
  paint(sheet, lettering(author), layout === 'half' ? palette.base : palette.detail);
  return sheet;
}

function paintBands(sheet: Artwork, random: Random, palette: Palette): void {
  const count = Math.round(random.range(3, 6));
  for (let band = 0; band < count; band += 1) {
    const y = sheet.aspect * (0.14 + (0.42 * band) / count);
    const ink = band % 2 === 0 ? palette.accent : palette.detail;
    paint(sheet, rectangle({ x: 0.08, y }, { x: random.range(0.4, 0.94), y: y + 0.06 }), ink);
  }
}

function paintCircles(sheet: Artwork, random: Random, palette: Palette): void {
  for (let index = 0; index < 7; index += 1) {
    const center = { x: random.range(0.15, 0.85), y: sheet.aspect * random.range(0.16, 0.55) };
    const figure = circle(center, random.range(0.06, 0.2));
    paint(
      sheet,
      random.chance(0.5) ? figure : outline(figure, 0.025),
      index % 2 === 0 ? palette.accent : palette.detail,
    );
  }
}

function printSpine(palette: Palette, title: readonly string[], aspect: number): Artwork {
  const sheet = createArtwork(aspect, palette.base, 512);
  paint(sheet, rectangle({ x: 0, y: 0 }, { x: 0.06, y: 1 }), palette.detail);
  const text = title.join(' ');
  const size = Math.min(0.7 / text.length, aspect * 0.55);
  paint(sheet, lettering({ text, size, center: { x: 0.5, y: aspect / 2 }, weight: 0.2 }), palette.accent);
  return sheet;
}

/** Reads a sheet lying on its side, as on the spine of a book. */
function turned(sheet: Artwork): ReturnType<typeof artworkTexture> {
  const texture = artworkTexture(sheet);
  return ({ u, v, place }) => texture({ u: 1 - v, v: u, place });
}
