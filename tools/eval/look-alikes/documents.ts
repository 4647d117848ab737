import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';
import { colour, line, page, paper, png, rectangle, text } from './drawing.ts';
import type { DrawContent } from './family.ts';
import { typeface } from './typefaces.ts';
import { amount, chineseText, companyName, date, digits, lines, personName, sentence, thing, whole } from './words.ts';

/** A4 at 75 dots an inch and above. */
function sheet(random: Random): { width: number; height: number } {
  const width = whole(620, 1000, random);
  return { width, height: Math.round(width * Math.SQRT2) };
}

/** A page of running text in one typeface, in paragraphs; every fifth design is Chinese. */
export function textPage(random: Random): DrawContent {
  const size = sheet(random);
  const chinese = random() < 0.2;
  const [font, ground] = [typeface(chinese ? 'chinese' : draw(['serif', 'sans'], random), random), paper(random)];
  const [margin, letter] = [Math.round(size.width * 0.1), Math.round(size.width / whole(52, 75, random))];
  const perLine = Math.floor((size.width - 2 * margin) / (letter * (chinese ? 1 : 0.5)));
  const step = letter * (1.35 + 0.4 * random());
  return (content) => {
    const count = Math.floor((size.height - 2 * margin) / step);
    const rows = chinese
      ? Array.from({ length: count }, () => chineseText(perLine, content))
      : lines(count, perLine, content);
    const end = whole(6, 11, content);
    const parts = rows.map((row, index) =>
      index % 12 === end ? '' : text([margin, margin + index * step], row, { size: letter, font }),
    );
    return png(page(size, ground, parts));
  };
}

/** A business letter: head and foot of one firm, another address and text. */
export function letter(random: Random): DrawContent {
  const size = sheet(random);
  const [font, head, ground, tint] = [
    typeface(draw(['serif', 'sans'], random), random),
    typeface('display', random),
    paper(random),
    colour(random),
  ];
  const [margin, unit, firm] = [Math.round(size.width * 0.11), size.width / 60, companyName(random)];
  const foot = `${firm} · ${whole(1, 99, random)} ${thing(random)} street · ${digits(10, random)} · ${digits(8, random)}`;
  return (content) => {
    const body = lines(whole(9, 17, content), 84, content);
    const set = (row: number, words: string): string =>
      text([margin, margin + row * unit * 2.1], words, { size: unit * 1.25, font });
    return png(
      page(size, ground, [
        text([margin, margin], firm, { size: unit * 2.6, font: head, fill: tint, weight: 'bold' }),
        line([margin, margin + unit, size.width - margin, margin + unit], tint, 2),
        set(3, personName(content)),
        set(4, `${whole(1, 99, content)} ${thing(content)} road`),
        set(5, `${digits(5, content)} ${companyName(content)}`),
        text([size.width - margin, margin + 7 * unit * 2.1], date(content), { size: unit * 1.25, font, anchor: 'end' }),
        set(9, `Re: ${sentence(4, content)}`),
        ...body.map((row, index) => set(11 + index, row)),
        set(13 + body.length, 'Yours sincerely'),
        set(16 + body.length, personName(content)),
        text([size.width / 2, size.height - unit * 2], foot, { size: unit, font, anchor: 'middle', fill: '#666' }),
      ]),
    );
  };
}

/** An invoice: one form, other items, names, numbers and sums. */
export function invoice(random: Random): DrawContent {
  const size = sheet(random);
  const [font, ground, tint, firm] = [
    typeface('sans', random),
    paper(random),
    colour(random, [40, 80]),
    companyName(random),
  ];
  const [margin, unit, rows] = [Math.round(size.width * 0.08), size.width / 55, whole(7, 13, random)];
  const columns = [margin + 8, size.width * 0.58, size.width - margin - 8];
  return (content) => {
    const set = (
      [column, row]: readonly [number, number],
      words: string,
      weight: 'normal' | 'bold' = 'normal',
    ): string =>
      text([columns[column] ?? margin, row], words, {
        size: unit * 1.2,
        font,
        weight,
        anchor: column === 2 ? 'end' : 'start',
      });
    const table = Array.from({ length: rows }, (_, index) => {
      const y = size.height * 0.36 + index * unit * 2.6;
      return [
        set([0, y], `${thing(content)} ${thing(content)}`),
        set([1, y], String(whole(1, 99, content))),
        set([2, y], amount(9000, content)),
        line([margin, y + unit, size.width - margin, y + unit], '#ddd'),
      ].join('');
    });
    const top = size.height * 0.29;
    return png(
      page(size, ground, [
        text([margin, margin * 1.4], 'INVOICE', { size: unit * 2.4, font, weight: 'bold' }),
        text([size.width - margin, margin * 1.4], firm, { size: unit * 1.6, font, anchor: 'end' }),
        set([0, size.height * 0.15], companyName(content)),
        set([0, size.height * 0.175], `${whole(1, 300, content)} ${thing(content)} street`),
        set([1, size.height * 0.15], `No. ${digits(6, content)}`),
        set([1, size.height * 0.175], date(content)),
        rectangle([margin, top, size.width - 2 * margin, unit * 2.4], tint),
        ...['Item', 'Qty', 'Amount'].map((words, column) => set([column, top + unit * 1.6], words, 'bold')),
        ...table,
        set([1, size.height * 0.36 + (rows + 1) * unit * 2.6], 'Total', 'bold'),
        set([2, size.height * 0.36 + (rows + 1) * unit * 2.6], amount(90_000, content), 'bold'),
      ]),
    );
  };
}

/** A printed form with boxes, filled in by other hands. */
export function form(random: Random): DrawContent {
  const size = sheet(random);
  const [font, ground, rows] = [typeface('sans', random), paper(random), whole(9, 14, random)];
  const [margin, unit] = [Math.round(size.width * 0.08), size.width / 58];
  const labels = Array.from({ length: rows * 2 }, () => `${thing(random)} ${thing(random)}`);
  const title = sentence(3, random).toUpperCase();
  return (content) => {
    const hand = typeface('script', content);
    const height = (size.height - 3 * margin) / rows;
    const width = (size.width - 2 * margin) / 2;
    const boxes = labels.map((label, index) => {
      const [x, y] = [margin + (index % 2) * width, 2 * margin + Math.floor(index / 2) * height];
      const filled = content() < 0.8 ? draw([personName, date, companyName, thing], content)(content) : '';
      return [
        `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#333"/>`,
        text([x + 5, y + unit * 1.2], label, { size: unit, font, fill: '#555' }),
        text([x + 12, y + height * 0.75], filled, { size: unit * 1.9, font: hand, fill: '#1f2f7f' }),
      ].join('');
    });
    return png(
      page(size, ground, [text([margin, margin * 1.3], title, { size: unit * 2, font, weight: 'bold' }), ...boxes]),
    );
  };
}
