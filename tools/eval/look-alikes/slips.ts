import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';
import { line, page, png, rectangle, text } from './drawing.ts';
import type { DrawContent } from './family.ts';
import { typeface } from './typefaces.ts';
import { amount, brand, chineseText, companyName, date, digits, personName, thing, whole } from './words.ts';

/** A till receipt: head and foot of one shop, other articles, sums and times. */
export function receipt(random: Random): DrawContent {
  const width = whole(340, 620, random);
  const chinese = random() < 0.25;
  const [font, shop] = [typeface(chinese ? 'chinese' : 'mono', random), companyName(random).toUpperCase()];
  const letter = width / whole(25, 34, random);
  const head = [
    shop,
    `${whole(1, 300, random)} ${thing(random)} street`,
    `TEL ${digits(9, random)}`,
    `VAT ${digits(10, random)}`,
  ];
  const foot = ['THANK YOU', 'PLEASE COME AGAIN', 'GOODS RETURNED WITHIN 7 DAYS'];
  const rule = random() < 0.5 ? '-'.repeat(40) : '='.repeat(40);
  return (content) => {
    const rows = whole(4, 15, content);
    const middle = (words: string): [string, string] => [words, 'middle'];
    const items = Array.from({ length: rows }, (): [string, string] => [
      chinese
        ? chineseText(whole(3, 7, content), content)
        : `${thing(content)} ${thing(content)}`.toUpperCase().slice(0, 18),
      amount(120, content),
    ]);
    const set: [string, string][] = [
      ...head.map(middle),
      middle(rule),
      [
        `${date(content)} ${whole(8, 21, content)}:${digits(2, content).replace(/^[6-9]/, '3')}`,
        `#${digits(5, content)}`,
      ],
      middle(rule),
      ...items,
      middle(rule),
      ['TOTAL', amount(900, content)],
      ['CASH', amount(900, content)],
      ['CHANGE', amount(50, content)],
      middle(rule),
      ...foot.map(middle),
    ];
    const height = Math.round((set.length + 3) * letter * 1.75);
    const ink = draw(['#222', '#333', '#444', '#3a3350'], content);
    const parts = set.map(([left, right], index) => {
      const y = (index + 2) * letter * 1.75;
      if (right === 'middle') return text([width / 2, y], left, { size: letter, font, fill: ink, anchor: 'middle' });
      const style = { size: letter, font, fill: ink };
      return text([letter, y], left, style) + text([width - letter, y], right, { ...style, anchor: 'end' });
    });
    return png(page({ width, height }, '#fbfaf6', parts));
  };
}

/** A boarding pass or an entrance ticket: one airline or hall, other people, places and times. */
export function ticket(random: Random): DrawContent {
  const size = { width: whole(700, 1000, random), height: whole(280, 380, random) };
  const [font, mono, tint] = [
    typeface('sans', random),
    typeface('mono', random),
    `hsl(${whole(0, 359, random)}, 55%, 38%)`,
  ];
  const [name, unit, stub] = [brand(random), size.width / 48, size.width * 0.72];
  const labels = ['NAME', 'FROM', 'TO', 'DATE', 'GATE', 'SEAT'];
  return (content) => {
    const values = [
      personName,
      brand,
      brand,
      date,
      (r: Random) => `${digits(2, r)}${draw(['A', 'B', 'C'], r)}`,
      (r: Random) => digits(2, r),
    ];
    const fields = labels.map((label, index) => {
      const [x, y] = [unit * 1.5 + (index % 3) * (stub / 3), size.height * (index < 3 ? 0.42 : 0.72)];
      const value = (values[index] ?? digits.bind(undefined, 3))(content).toUpperCase().slice(0, 15);
      return (
        text([x, y], label, { size: unit * 0.8, font, fill: '#777' }) +
        text([x, y + unit * 1.7], value, { size: unit * 1.3, font: mono })
      );
    });
    const code = Array.from({ length: 40 }, (_, index) =>
      content() < 0.5
        ? rectangle(
            [stub + unit + index * (size.width * 0.005), size.height * 0.35, size.width * 0.005, size.height * 0.5],
            '#111',
          )
        : '',
    );
    return png(
      page(size, '#ffffff', [
        rectangle([0, 0, size.width, size.height * 0.22], tint),
        text([unit * 1.5, size.height * 0.15], name, { size: unit * 2, font, fill: '#fff', weight: 'bold' }),
        line([stub, 0, stub, size.height], '#999', 2),
        ...fields,
        ...code,
      ]),
    );
  };
}
