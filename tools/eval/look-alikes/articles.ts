import sharp from 'sharp';
import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';
import { colour, page, text } from './drawing.ts';
import type { DrawContent } from './family.ts';
import { typeface } from './typefaces.ts';
import { brand, whole } from './words.ts';

const size = { width: 800, height: 800 };

/** Light from the left on something round. */
const rounded = (fill: string): string =>
  `<defs><linearGradient id="light"><stop offset="0" stop-color="#000" stop-opacity="0.25"/><stop offset="0.3" stop-color="#fff" stop-opacity="0.28"/><stop offset="0.7" stop-color="#000" stop-opacity="0.05"/><stop offset="1" stop-color="#000" stop-opacity="0.4"/></linearGradient></defs><g fill="${fill}">`;

/** A photographed article: soft, with a little noise, on nearly white. */
async function photographed(parts: readonly string[], random: Random): Promise<Buffer> {
  const seed = Math.floor(random() * 1e6);
  const { data, info } = await sharp(page(size, draw(['#ffffff', '#fbfbfb', '#f4f3f0'], random), parts))
    .blur(0.6)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let at = 0; at < data.length; at += 1)
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + ((Math.imul(at + seed, 0x9e37_79b1) >>> 28) - 7.5) / 4));
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A print: a word, a star, stripes or dots. */
function print([x, y, width]: readonly [number, number, number], random: Random): string {
  const fill = colour(random, [70, draw([30, 60, 85], random)]);
  switch (draw(['word', 'star', 'stripes', 'dots', 'rings'], random)) {
    case 'word':
      return text([x, y + width * 0.09], brand(random), {
        size: width * 0.26,
        font: typeface('display', random),
        fill,
        anchor: 'middle',
        weight: 'bold',
      });
    case 'star': {
      const count = 2 * whole(5, 8, random);
      const at = Array.from({ length: count }, (_, index) => {
        const [angle, radius] = [(index * Math.PI * 2) / count - 1.57, (index % 2 === 0 ? 0.42 : 0.2) * width];
        return `${x + radius * Math.cos(angle)},${y + radius * Math.sin(angle)}`;
      });
      return `<polygon points="${at.join(' ')}" fill="${fill}"/>`;
    }
    case 'stripes':
      return [0, 1, 2]
        .map(
          (row) =>
            `<rect x="${x - width / 2}" y="${y + (row - 1.3) * width * 0.22}" width="${width}" height="${width * 0.1}" fill="${fill}"/>`,
        )
        .join('');
    case 'dots':
      return Array.from(
        { length: 12 },
        () =>
          `<circle cx="${x + (random() - 0.5) * width * 0.9}" cy="${y + (random() - 0.5) * width * 0.9}" r="${width * (0.03 + 0.07 * random())}" fill="${fill}"/>`,
      ).join('');
    default:
      return [0.45, 0.3, 0.15]
        .map(
          (radius, index) =>
            `<circle cx="${x}" cy="${y}" r="${radius * width}" fill="${index === 1 ? '#fff' : fill}"/>`,
        )
        .join('');
  }
}

/** One mug of one colour with other prints. */
export function mugs(random: Random): DrawContent {
  const [fill, width, height] = [
    colour(random, [whole(10, 70, random), whole(35, 85, random)]),
    whole(280, 360, random),
    whole(280, 400, random),
  ];
  const [left, top] = [(700 - width) / 2, (800 - height) / 2];
  const body = `<path d="M${left} ${top} v${height - 40} q0 40 40 40 h${width - 80} q40 0 40 -40 v${40 - height} z"/>`;
  const handle = `<path d="M${left + width} ${top + 70} q130 0 130 ${height / 2 - 50} t-130 ${height / 2 - 60}" fill="none" stroke="${fill}" stroke-width="36"/>`;
  return (content) =>
    photographed(
      [
        rounded(fill),
        handle,
        body,
        '</g>',
        print([left + width / 2, top + height / 2, width * 0.6], content),
        body.replace('<path', '<path fill="url(#light)"'),
      ],
      content,
    );
}

/** One T-shirt with other prints, or none. */
export function shirts(random: Random): DrawContent {
  const fill = colour(random, [whole(0, 60, random), whole(20, 80, random)]);
  const [neck, sleeve] = [whole(50, 85, random), whole(90, 170, random)];
  const body = `<path d="M${400 - neck} 130 q${neck} ${neck} ${2 * neck} 0 l130 40 l80 ${sleeve} l-90 60 l-30 -40 v460 h${-580 + 2 * neck + 240} v-460 l-30 40 l-90 -60 l80 ${-sleeve} z"/>`;
  let hasBare = false;
  return (content) => {
    // Two without a print would be no other content.
    const isBare = content() < 0.2 && !hasBare;
    hasBare ||= isBare;
    return photographed(
      [
        rounded(fill),
        body,
        '</g>',
        isBare ? '' : print([400, 370, 230], content),
        body.replace('<path', '<path fill="url(#light)"'),
      ],
      content,
    );
  };
}

/** One bottle and label in other colours of the glass. */
export function bottles(random: Random): DrawContent {
  const [width, neck, high, name] = [
    whole(150, 230, random),
    whole(44, 70, random),
    whole(180, 260, random),
    brand(random),
  ];
  const [font, label] = [typeface('display', random), colour(random, [40, 90])];
  const top = 740 - high - 420;
  const body = `<path d="M${400 - neck / 2} ${top} h${neck} v${high - 40} q0 50 ${(width - neck) / 2} 110 v350 h${-width} v-350 q${(width - neck) / 2} -60 ${(width - neck) / 2} -110 z"/>`;
  const first = 360 * random();
  let turn = 0;
  return (content) => {
    turn += 1;
    const fill = `hsl(${Math.floor(first + turn * 77 + 20 * content()) % 360}, 60%, ${whole(28, 55, content)}%)`;
    return photographed(
      [
        rounded(fill),
        body,
        '</g>',
        `<rect x="${400 - width * 0.42}" y="560" width="${width * 0.84}" height="120" fill="${label}"/>`,
        text([400, 632], name, { size: width * 0.17, font, anchor: 'middle' }),
        body.replace('<path', '<path fill="url(#light)"'),
      ],
      content,
    );
  };
}

/** The same article smaller and elsewhere on the same ground: a copy in every sense. */
export async function moved(picture: Buffer, random: Random): Promise<Buffer> {
  const share = 0.6 + 0.3 * random();
  const side = Math.round(size.width * share);
  const [left, top] = [Math.floor((size.width - side) * random()), Math.floor((size.height - side) * random())];
  const corner = await sharp(picture).extract({ left: 0, top: 0, width: 40, height: 40 }).png().toBuffer();
  const { channels } = await sharp(corner).stats();
  const [r = 255, g = 255, b = 255] = channels.map(({ mean }) => Math.round(mean));
  return sharp(picture)
    .resize(side, side)
    .extend({ left, top, right: size.width - side - left, bottom: size.height - side - top, background: { r, g, b } })
    .jpeg({ quality: 88 })
    .toBuffer();
}
