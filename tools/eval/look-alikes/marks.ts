import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';
import { colour, page, png, rectangle, text } from './drawing.ts';
import type { Size } from './drawing.ts';
import type { DrawContent } from './family.ts';
import { typeface } from './typefaces.ts';
import { brand, digits, personName, whole } from './words.ts';

/** Two words in one typeface. */
export function wordmark(random: Random): DrawContent {
  const size = { width: 640, height: whole(200, 340, random) };
  const [font, fill, weight] = [
    typeface(draw(['display', 'sans', 'serif'], random), random),
    random() < 0.5 ? '#000000' : colour(random),
    draw(['normal', 'bold'] as const, random),
  ];
  const ground = random() < 0.3 ? undefined : draw(['#ffffff', '#ffffff', '#f3efe6'], random);
  const upper = random() < 0.5;
  return (content) => {
    const name = brand(content);
    const words = upper ? name.toUpperCase() : name.charAt(0) + name.slice(1).toLowerCase();
    return png(
      page(size, ground, [
        text([320, size.height * 0.6], words, { size: size.height * 0.36, font, fill, weight, anchor: 'middle' }),
      ]),
    );
  };
}

/** A signature on a line of one form: a pen's loops, or a name in a hand. */
export function signature(random: Random): DrawContent {
  const size = { width: 640, height: 240 };
  const [font, ink] = [typeface('sans', random), draw(['#10206a', '#111111', '#1c3f95'], random)];
  return (content) => {
    let [x, y] = [90, 120];
    const strokes = Array.from({ length: whole(7, 14, content) }, () => {
      const [dx, up] = [18 + 45 * content(), 90 * (content() - 0.5)];
      x += dx;
      y = 120 + 20 * (content() - 0.5);
      return `S${x - dx * content()} ${y - up * 1.8} ${x} ${y}`;
    });
    const written =
      content() < 0.4
        ? text([110, 140], personName(content), { size: 54, font: typeface('script', content), fill: ink })
        : `<path d="M90 120 ${strokes.join(' ')}" fill="none" stroke="${ink}" stroke-width="3"/>`;
    return png(
      page(size, '#ffffff', [
        written,
        rectangle([60, 180, 520, 2], '#444'),
        text([60, 206], 'Date, signature', { size: 18, font, fill: '#555' }),
      ]),
    );
  };
}

/** A bar code with its digits below. */
export function barcode(random: Random): DrawContent {
  const size = { width: whole(420, 640, random), height: whole(200, 340, random) };
  const [font, bar] = [typeface('mono', random), Math.floor(size.width / 115)];
  return (content) => {
    const number = digits(13, content);
    const bars: string[] = [];
    const left = (size.width - 95 * bar) / 2;
    for (let module = 0; module < 95; module += 1) {
      const guard = module < 3 || module > 91 || (module > 44 && module < 50);
      const black = guard ? module % 2 === 0 : content() < 0.5;
      if (black) bars.push(rectangle([left + module * bar, 20, bar, size.height * (guard ? 0.72 : 0.66)], '#000'));
    }
    return png(
      page(size, '#ffffff', [
        ...bars,
        text([size.width / 2, size.height * 0.93], number, { size: size.height * 0.12, font, anchor: 'middle' }),
      ]),
    );
  };
}

/** A square code with its three finders: modules at random, as error correction and masks leave them. */
export function squareCode(random: Random): DrawContent {
  const count = draw([21, 25, 29, 33], random);
  const side = Math.floor(whole(340, 600, random) / (count + 8)) * (count + 8);
  const cell = side / (count + 8);
  const size: Size = { width: side, height: side };
  const finder = (column: number, row: number): string =>
    [0, 1, 2]
      .map((ring) =>
        rectangle(
          [(4 + column + ring) * cell, (4 + row + ring) * cell, (7 - 2 * ring) * cell, (7 - 2 * ring) * cell],
          ring === 1 ? '#fff' : '#000',
        ),
      )
      .join('');
  return (content) => {
    const cells: string[] = [];
    for (let at = 0; at < count * count; at += 1) {
      if (content() < 0.5)
        cells.push(rectangle([(4 + (at % count)) * cell, (4 + Math.floor(at / count)) * cell, cell, cell], '#000'));
    }
    const corners = [finder(0, 0), finder(count - 7, 0), finder(0, count - 7)];
    const clear = [[0, 0], [count - 8, 0], [0, count - 8]].map(([column = 0, row = 0]) => rectangle([(4 + column) * cell, (4 + row) * cell, 8 * cell, 8 * cell], '#fff')); // prettier-ignore
    return png(page(size, '#ffffff', [...cells, ...clear, ...corners]));
  };
}

/** A point on a circle of the given radius around the middle of 400 px. */
const around = (angle: number, radius: number): string =>
  `${(200 + radius * Math.cos(angle)).toFixed(1)} ${(200 + radius * Math.sin(angle)).toFixed(1)}`;

/** Emblems of one plate and colour with other figures on them, some on transparency. */
export function emblem(random: Random): DrawContent {
  const [plate, tint] = [draw(['disc', 'square', 'none', 'ring'], random), random() < 0.4 ? '#111111' : colour(random)];
  const ground = random() < 0.4 ? undefined : '#ffffff';
  const back = {
    disc: `<circle cx="200" cy="200" r="180" fill="${tint}"/>`,
    square: `<rect x="24" y="24" width="352" height="352" rx="50" fill="${tint}"/>`,
    ring: `<circle cx="200" cy="200" r="170" fill="none" stroke="${tint}" stroke-width="18"/>`,
    none: '',
  }[plate] as string;
  const fill = plate === 'disc' || plate === 'square' ? '#ffffff' : tint;
  return (content) => {
    const [corners, inner, turn] = [whole(3, 9, content), 20 + 80 * content(), content() * 6];
    const star: string[] = Array.from({ length: 2 * corners }, (_, index) =>
      around((Math.PI * index) / corners + turn, index % 2 === 0 ? 130 : inner),
    );
    const petals = Array.from({ length: corners }, (_, index) => {
      const angle = (2 * Math.PI * index) / corners + turn;
      return `<path d="M200 200 Q${around(angle - 0.4, inner + 70)} ${around(angle, 135)} Q${around(angle + 0.4, inner + 70)} 200 200" fill="${fill}"/>`;
    });
    const initials = text([200, 260], brand(content).slice(0, 2), {
      size: 170,
      font: typeface('display', content),
      fill,
      anchor: 'middle',
      weight: 'bold',
    });
    const figure = draw([`<polygon points="${star.join(' ')}" fill="${fill}"/>`, petals.join(''), initials], content);
    return png(page({ width: 400, height: 400 }, ground, [back, figure]));
  };
}
