import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';
import { colour, line, page, paper, png, rectangle, text } from './drawing.ts';
import type { DrawContent } from './family.ts';
import { typeface } from './typefaces.ts';
import { amount, chineseText, digits, lines, personName, sentence, thing, whole, word } from './words.ts';

const phone = (random: Random): { width: number; height: number } => {
  const width = whole(380, 720, random);
  return { width, height: Math.round(width * (1.7 + 0.45 * random())) };
};

const circle = ([x, y, radius]: readonly [number, number, number], fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;

/** A list in an app: one bar, one rhythm, other names and texts. */
export function appScreen(random: Random): DrawContent {
  const size = phone(random);
  const dark = random() < 0.3;
  const chinese = random() < 0.3;
  const [ground, ink, faint] = dark ? ['#15171c', '#f0f0f0', '#8a8f98'] : ['#ffffff', '#16181d', '#7a7f88'];
  const [bar, font, unit] = [colour(random), typeface(chinese ? 'chinese' : 'sans', random), size.width / 26];
  const [title, rows, badges] = [thing(random), whole(7, 11, random), random() < 0.5];
  return (content) => {
    const step = (size.height - unit * 6) / rows;
    const words = (length: number): string =>
      chinese ? chineseText(Math.ceil(length / 2), content) : sentence(Math.ceil(length / 6), content);
    const list = Array.from({ length: rows }, (_, index) => {
      const y = unit * 4.5 + index * step;
      return [
        circle([unit * 2.2, y + step * 0.4, Math.min(unit * 1.1, step * 0.35)], colour(content, [55, 55])),
        text([unit * 4.2, y + step * 0.35], chinese ? words(8) : personName(content), {
          size: unit * 0.95,
          font,
          fill: ink,
          weight: 'bold',
        }),
        text([unit * 4.2, y + step * 0.68], words(28), { size: unit * 0.75, font, fill: faint }),
        badges
          ? text([size.width - unit, y + step * 0.35], `${digits(2, content)}:${digits(2, content)}`, {
              size: unit * 0.65,
              font,
              fill: faint,
              anchor: 'end',
            })
          : '',
        line([unit * 4.2, y + step * 0.95, size.width, y + step * 0.95], dark ? '#2a2d34' : '#e6e8ec'),
      ].join('');
    });
    return png(
      page(size, ground, [
        rectangle([0, 0, size.width, unit * 3.6], bar),
        text([unit * 1.2, unit * 2.6], title, { size: unit * 1.4, font, fill: '#fff', weight: 'bold' }),
        ...list,
        rectangle([0, size.height - unit * 1.6, size.width, unit * 1.6], dark ? '#1d2027' : '#f3f4f6'),
      ]),
    );
  };
}

/** A chat: bubbles on one ground, other messages. */
export function chat(random: Random): DrawContent {
  const size = phone(random);
  const [ground, mine, bar] = [paper(random), colour(random, [60, 82]), colour(random, [45, 35])];
  const chinese = random() < 0.3;
  const [font, unit] = [typeface(chinese ? 'chinese' : 'sans', random), size.width / 26];
  return (content) => {
    const parts: string[] = [];
    for (let y = unit * 5; y < size.height - unit * 4;) {
      const count = whole(1, 3, content);
      const [own, wide] = [content() < 0.5, unit * whole(9, 19, content)];
      const rows = chinese
        ? Array.from({ length: count }, () => chineseText(Math.floor(wide / unit) - 2, content))
        : lines(count, Math.floor((wide / unit) * 1.7), content);
      const [x, height] = [own ? size.width - wide - unit : unit, (count + 1) * unit * 1.25];
      parts.push(rectangle([x, y, wide, height], own ? mine : '#e9eaee', `rx="${unit * 0.7}"`));
      for (const [index, row] of rows.entries())
        parts.push(text([x + unit * 0.7, y + (index + 1.1) * unit * 1.25], row, { size: unit * 0.85, font }));
      y += height + unit * 0.8;
    }
    return png(
      page(size, ground, [
        ...parts,
        rectangle([0, 0, size.width, unit * 3.6], bar),
        text([unit * 3.5, unit * 2.4], personName(content), { size: unit * 1.1, font, fill: '#fff' }),
        rectangle([0, size.height - unit * 3, size.width, unit * 3], '#ffffff'),
        rectangle([unit, size.height - unit * 2.4, size.width - 2 * unit, unit * 1.8], '#eef0f3', `rx="${unit * 0.9}"`),
      ]),
    );
  };
}

/** Source code in an editor of one theme. */
export function code(random: Random): DrawContent {
  const size = { width: whole(760, 1280, random), height: whole(560, 860, random) };
  const dark = random() < 0.6;
  const [font, letter] = [typeface('mono', random), whole(13, 20, random)];
  const [ground, ink, margin] = dark ? ['#1e1f26', '#d6d6d6', '#5c6270'] : ['#fcfcfc', '#222222', '#9aa0a8'];
  const tints = dark ? ['#7fb4ff', '#c3a6ff', '#9fd68a', '#e8b974'] : ['#0b5fc0', '#7a2fb5', '#1f7f3a', '#a05a00'];
  return (content) => {
    const parts = [
      rectangle([0, 0, size.width, 34], dark ? '#16171c' : '#e8eaee'),
      text([14, 23], `${word(content)}-${thing(content)}.ts`, { size: 15, font, fill: ink }),
    ];
    let depth = 0;
    for (let row = 0; 60 + row * letter * 1.45 < size.height; row += 1) {
      depth = Math.max(0, Math.min(4, depth + whole(-1, 1, content)));
      const [y, x] = [60 + row * letter * 1.45, 60 + depth * letter * 1.2];
      parts.push(text([14, y], String(row + 1), { size: letter * 0.85, font, fill: margin }));
      if (content() < 0.12) continue;
      const start = draw(['const', 'return', 'if', 'for', 'export', 'await', '//'], content);
      parts.push(text([x, y], start, { size: letter, font, fill: draw(tints, content) }));
      const rest = `${word(content)}${draw([' = ', '(', '.'], content)}${word(content)}${draw([');', ' + 1;', ' {', ', '], content)} ${content() < 0.4 ? word(content) : ''}`;
      parts.push(text([x + letter * 4.6, y], rest, { size: letter, font, fill: ink }));
    }
    return png(page(size, ground, parts));
  };
}

/** A slide of one template: title, points, and numbers at the foot. */
export function slide(random: Random): DrawContent {
  const size = { width: 960, height: draw([540, 720], random) };
  const [font, tint, ground] = [typeface('sans', random), colour(random, [50, 35]), paper(random)];
  const [side, footer] = [random() < 0.5, `${thing(random)} ${thing(random)} review`];
  return (content) => {
    const points = Array.from({ length: whole(3, 6, content) }, () => sentence(whole(4, 8, content), content));
    return png(
      page(size, ground, [
        side ? rectangle([0, 0, 42, size.height], tint) : rectangle([0, 0, size.width, 86], tint),
        text([70, 60], sentence(whole(2, 4, content), content), {
          size: 38,
          font,
          weight: 'bold',
          fill: side ? tint : '#ffffff',
        }),
        ...points.map(
          (words, index) =>
            circle([84, 150 + index * 62, 6], tint) + text([108, 160 + index * 62], words, { size: 26, font }),
        ),
        text([70, size.height - 22], footer, { size: 15, font, fill: '#888' }),
        text([size.width - 30, size.height - 22], String(whole(1, 60, content)), {
          size: 15,
          font,
          fill: '#888',
          anchor: 'end',
        }),
        text([size.width - 60, size.height - 80], `${amount(90, content)} %`, {
          size: 60,
          font,
          fill: tint,
          anchor: 'end',
          weight: 'bold',
        }),
      ]),
    );
  };
}
