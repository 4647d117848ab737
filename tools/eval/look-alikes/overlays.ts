import sharp from 'sharp';
import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';
import { colour, covering, page, paper, rectangle, text } from './drawing.ts';
import type { Size } from './drawing.ts';
import type { DrawContent, Stage } from './family.ts';
import { typeface } from './typefaces.ts';
import { brand, lines, sentence, thing, whole } from './words.ts';

/** A photograph in a rectangle of a page, and what lies over both. */
interface Layout {
  readonly size: Size;
  readonly ground: string;
  /** Left, top, width and height of the photograph. */
  readonly window: readonly [number, number, number, number];
  /** SVG elements over the photograph. */
  readonly over: (content: Random) => readonly string[];
}

async function compose({ size, ground, window, over }: Layout, stage: Stage, content: Random): Promise<Buffer> {
  const [left, top, width, height] = window.map(Math.round) as [number, number, number, number];
  const photograph = await covering(await stage.photograph(content), { width, height });
  return sharp({ create: { ...size, channels: 3, background: ground } })
    .composite([
      { input: photograph, left, top },
      { input: page(size, undefined, over(content)), left: 0, top: 0 },
    ])
    .jpeg({ quality: 90 })
    .toBuffer();
}

const wide = (random: Random): Size =>
  draw(
    [
      { width: 800, height: 600 },
      { width: 960, height: 540 },
      { width: 720, height: 720 },
    ],
    random,
  );

/** A trading card: one frame and type, other art; name and rules differ or not. */
export function tradingCard(random: Random, stage: Stage): DrawContent {
  const size = { width: 500, height: 700 };
  const [ground, edge, font] = [colour(random, [45, 72]), colour(random, [50, 28]), typeface('serif', random)];
  const [name, rules, named] = [`${thing(random)} guardian`, lines(5, 34, random), random() < 0.5];
  const top = whole(80, 110, random);
  const high = whole(250, 330, random);
  const over = (content: Random): string[] => [
    `<rect x="10" y="10" width="480" height="680" rx="24" fill="none" stroke="${edge}" stroke-width="14"/>`,
    text([40, 58], named ? `${thing(content)} guardian` : name, { size: 28, font, weight: 'bold' }),
    `<rect x="32" y="${top}" width="436" height="${high}" fill="none" stroke="${edge}" stroke-width="5"/>`,
    rectangle([32, top + high + 20, 436, 640 - top - high], '#fbf6e6', `stroke="${edge}" stroke-width="3"`),
    ...(named ? lines(5, 34, content) : rules).map((row, index) =>
      text([46, top + high + 58 + index * 34], row, { size: 20, font }),
    ),
  ];
  const layout: Layout = { size, ground, window: [32, top, 436, high], over };
  return (content) => compose(layout, stage, content);
}

/** A news programme: band, logo and running line over other pictures. */
export function newsOverlay(random: Random, stage: Stage): DrawContent {
  const size = wide(random);
  const { width, height } = size;
  const [font, tint, channel] = [
    typeface('sans', random),
    colour(random, [80, 38]),
    `${brand(random).slice(0, 3).toUpperCase()} ${whole(1, 24, random)}`,
  ];
  const [headline, ticker, changes] = [sentence(5, random).toUpperCase(), sentence(9, random), random() < 0.4];
  const over = (content: Random): string[] => [
    rectangle([width - 150, 24, 126, 50], tint),
    text([width - 87, 60], channel, { size: 28, font, fill: '#fff', anchor: 'middle', weight: 'bold' }),
    rectangle([0, height * 0.74, width, height * 0.11], tint),
    text([24, height * 0.815], changes ? sentence(5, content).toUpperCase() : headline, {
      size: height * 0.05,
      font,
      fill: '#fff',
      weight: 'bold',
    }),
    rectangle([0, height * 0.85, width, height * 0.09], '#fff'),
    text([24, height * 0.91], changes ? sentence(9, content) : ticker, { size: height * 0.042, font }),
  ];
  return (content) => compose({ size, ground: '#000000', window: [0, 0, width, height], over }, stage, content);
}

/** A shop's banner and badge over other photographs. */
export function shopBanner(random: Random, stage: Stage): DrawContent {
  const size = wide(random);
  const { width, height } = size;
  const [font, tint, badge] = [typeface('display', random), colour(random, [85, 42]), colour(random, [95, 52])];
  const [words, share] = [`FREE SHIPPING −${whole(10, 70, random)} %`, 0.14 + 0.08 * random()];
  const over = (): string[] => [
    rectangle([0, height * (1 - share), width, height * share], tint),
    text([width / 2, height * (1 - share * 0.3)], words, {
      size: height * share * 0.5,
      font,
      fill: '#fff',
      anchor: 'middle',
      weight: 'bold',
    }),
    `<circle cx="${width * 0.87}" cy="${height * 0.16}" r="${height * 0.12}" fill="${badge}"/>`,
    text([width * 0.87, height * 0.18], 'TOP', { size: height * 0.07, font, anchor: 'middle', weight: 'bold' }),
  ];
  return (content) => compose({ size, ground: '#ffffff', window: [0, 0, width, height], over }, stage, content);
}

/** A window of a program with a list at the side and another picture in it. */
export function appWindow(random: Random, stage: Stage): DrawContent {
  const size = { width: 900, height: 640 };
  const [font, bar, ground] = [
    typeface('sans', random),
    draw(['#22272e', '#3b4252', '#e8eaee', '#1a5fb4'], random),
    paper(random),
  ];
  const menu = Array.from({ length: 4 }, () => thing(random)).join('   ');
  const list = Array.from({ length: 12 }, () => `${thing(random)} ${whole(1, 99, random)}`);
  const side = whole(140, 230, random);
  const over = (): string[] => [
    rectangle([0, 0, 900, 48], bar),
    text([18, 32], menu, { size: 20, font, fill: bar === '#e8eaee' ? '#222' : '#fff' }),
    ...list.map((words, index) => text([18, 88 + index * 44], words, { size: 17, font, fill: '#444' })),
    `<rect x="${side}" y="70" width="${870 - side}" height="530" fill="none" stroke="#999" stroke-width="2"/>`,
  ];
  return (content) => compose({ size, ground, window: [side, 70, 870 - side, 530], over }, stage, content);
}

/** A film still with two lines of subtitles and bars above and below. */
export function subtitles(random: Random, stage: Stage): DrawContent {
  const size = { width: 960, height: 540 };
  const [font, tint, bars] = [typeface('sans', random), draw(['#ffffff', '#ffe94a'], random), random() < 0.5 ? 62 : 0];
  const words = [sentence(7, random), sentence(6, random)];
  const over = (): string[] => [
    bars === 0 ? '' : rectangle([0, 0, 960, bars], '#000') + rectangle([0, 540 - bars, 960, bars], '#000'),
    ...words.map((row, index) =>
      text([480, 440 + index * 48], row, {
        size: 36,
        font,
        fill: tint,
        anchor: 'middle',
        weight: 'bold',
        more: 'stroke="#000" stroke-width="1.5"',
      }),
    ),
  ];
  return (content) => compose({ size, ground: '#000000', window: [0, 0, 960, 540], over }, stage, content);
}

/** What a camera shows while it films: marks, grid and numbers over other pictures. */
export function viewfinder(random: Random, stage: Stage): DrawContent {
  const size = wide(random);
  const { width, height } = size;
  const [font, tint, grid] = [
    typeface('mono', random),
    draw(['#ffffff', '#7dff8a', '#ffd24a'], random),
    random() < 0.6,
  ];
  const corner = (x: number, y: number, [across, down]: readonly [number, number]): string =>
    `<path d="M${x} ${y + down * 50} V${y} H${x + across * 50}" fill="none" stroke="${tint}" stroke-width="5"/>`;
  const over = (content: Random): string[] => [
    corner(40, 40, [1, 1]) +
      corner(width - 40, 40, [-1, 1]) +
      corner(40, height - 40, [1, -1]) +
      corner(width - 40, height - 40, [-1, -1]),
    grid
      ? [1, 2]
          .map(
            (part) =>
              rectangle([(width * part) / 3, 40, 2, height - 80], tint) +
              rectangle([40, (height * part) / 3, width - 80, 2], tint),
          )
          .join('')
      : '',
    `<circle cx="78" cy="86" r="13" fill="#e02020"/>`,
    text([102, 97], 'REC', { size: 34, font, fill: tint, weight: 'bold' }),
    text([width - 70, 97], `00:${whole(10, 59, content)}:${whole(10, 59, content)}`, {
      size: 30,
      font,
      fill: tint,
      anchor: 'end',
    }),
    text([70, height - 66], 'F2.8 1/50 ISO 400', { size: 26, font, fill: tint }),
  ];
  return (content) => compose({ size, ground: '#000000', window: [0, 0, width, height], over }, stage, content);
}
