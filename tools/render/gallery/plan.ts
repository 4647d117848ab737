import type { Kind } from '../kinds/catalogue.ts';
import type { BackgroundName } from '../scene/backgrounds.ts';
import type { LightName } from '../scene/lighting-presets.ts';
import type { View } from '../scene/view.ts';

/** One picture of the gallery. */
export interface Shot {
  /** File name without extension: the item, then what is special. */
  readonly name: string;
  /** The object, the same word in all its pictures. */
  readonly item: string;
  readonly kind: Kind;
  readonly instance: number;
  readonly view: Partial<View>;
  readonly light: LightName;
  readonly background: BackgroundName;
  readonly width: number;
  readonly height: number;
}

interface Item {
  readonly item: string;
  readonly kind: Kind;
  readonly instance: number;
  readonly background: BackgroundName;
  /** Turns of the three usual views: front, left and right. */
  readonly turns: readonly [number, number, number];
  readonly otherBackground: BackgroundName;
}

const sceneSize = { width: 640, height: 480 } as const;
/** Items with few pictures. */
const smallScene = { width: 480, height: 360 } as const;
/** The pair that opens the manual is larger: about one megapixel. */
const largeScene = { width: 1200, height: 900 } as const;

const leading: readonly Item[] = [
  { item: 'mug-daily', kind: 'mug', instance: 7, background: 'oak', turns: [-8, 24, -42], otherBackground: 'marble' },
  {
    item: 'mug-dots',
    kind: 'mug',
    instance: 8,
    background: 'marble',
    turns: [-30, -75, 20],
    otherBackground: 'walnut',
  },
  {
    item: 'shoe-navy',
    kind: 'shoe',
    instance: 7,
    background: 'concrete',
    turns: [15, 45, -35],
    otherBackground: 'white',
  },
  {
    item: 'teapot-plaid',
    kind: 'teapot',
    instance: 9,
    background: 'linen',
    turns: [10, 40, -30],
    otherBackground: 'kitchen',
  },
  {
    item: 'book-north',
    kind: 'book',
    instance: 4,
    background: 'walnut',
    turns: [10, 38, -30],
    otherBackground: 'grey',
  },
  {
    item: 'camera-blue',
    kind: 'camera',
    instance: 9,
    background: 'walnut',
    turns: [12, 42, -32],
    otherBackground: 'oak',
  },
];

const others: readonly Item[] = [
  { item: 'shoe-purple', kind: 'shoe', instance: 3, background: 'white', turns: [20, 48, -30], otherBackground: 'oak' },
  { item: 'teapot-red', kind: 'teapot', instance: 3, background: 'oak', turns: [15, 40, -30], otherBackground: 'grey' },
  { item: 'book-maps', kind: 'book', instance: 11, background: 'oak', turns: [-20, 35, -30], otherBackground: 'linen' },
  {
    item: 'camera-green',
    kind: 'camera',
    instance: 13,
    background: 'grey',
    turns: [-18, 30, -30],
    otherBackground: 'linen',
  },
  {
    item: 'bottle-oliva',
    kind: 'bottle',
    instance: 2,
    background: 'kitchen',
    turns: [5, 30, -35],
    otherBackground: 'oak',
  },
  {
    item: 'bottle-verde',
    kind: 'bottle',
    instance: 11,
    background: 'walnut',
    turns: [-8, 22, -30],
    otherBackground: 'white',
  },
  {
    item: 'carton-fjord',
    kind: 'carton',
    instance: 9,
    background: 'oak',
    turns: [20, -35, -30],
    otherBackground: 'grey',
  },
  {
    item: 'vase-zigzag',
    kind: 'vase',
    instance: 13,
    background: 'linen',
    turns: [0, 50, -40],
    otherBackground: 'marble',
  },
  {
    item: 'vase-terracotta',
    kind: 'vase',
    instance: 3,
    background: 'concrete',
    turns: [0, 40, -40],
    otherBackground: 'white',
  },
  {
    item: 'car-green',
    kind: 'toy-car',
    instance: 1,
    background: 'oak',
    turns: [-25, 30, -30],
    otherBackground: 'white',
  },
  {
    item: 'handbag-navy',
    kind: 'handbag',
    instance: 1,
    background: 'linen',
    turns: [-22, 25, -30],
    otherBackground: 'concrete',
  },
  {
    item: 'chair-yellow',
    kind: 'chair',
    instance: 3,
    background: 'concrete',
    turns: [-25, 35, -30],
    otherBackground: 'grey',
  },
];

function leadingShots({ turns, otherBackground, ...item }: Item): Shot[] {
  const base = { ...item, ...sceneSize, light: 'studio' } as const;
  const size = item.item === 'mug-daily' ? largeScene : sceneSize;
  const [front, left, right] = turns;
  return [
    { ...base, ...size, name: `${item.item}-front`, view: { turn: front, elevation: 16 } },
    {
      ...base,
      ...size,
      name: `${item.item}-left`,
      view: { turn: left, elevation: 26, zoom: 0.92, shift: { x: 0.05, y: 0 } },
    },
    {
      ...base,
      name: `${item.item}-right`,
      view: { turn: right, elevation: 12, zoom: 1.05, shift: { x: -0.04, y: -0.01 } },
    },
    { ...base, name: `${item.item}-evening`, light: 'evening', view: { turn: front + 8, elevation: 20, zoom: 0.95 } },
    {
      ...base,
      name: `${item.item}-elsewhere`,
      light: 'daylight',
      background: otherBackground,
      view: { turn: front - 8, elevation: 22 },
    },
  ];
}

function otherShots({ turns, otherBackground, ...item }: Item): Shot[] {
  const base = { ...item, ...smallScene } as const;
  const [front, left] = turns;
  return [
    { ...base, light: 'studio', name: `${item.item}-front`, view: { turn: front, elevation: 18 } },
    {
      ...base,
      light: 'cool',
      name: `${item.item}-cool`,
      background: otherBackground,
      view: { turn: left, elevation: 24, zoom: 0.95 },
    },
  ];
}

/** Every rendered picture; all other files are derived from these. */
export const shots: readonly Shot[] = [
  ...leading.flatMap((item) => leadingShots(item)),
  ...others.flatMap((item) => otherShots(item)),
];
