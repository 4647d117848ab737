import { draw } from '../pictures/seeded.ts';
import type { Random } from '../pictures/seeded.ts';
import { colour, line, page, png, rectangle, text } from './drawing.ts';
import type { Size } from './drawing.ts';
import type { DrawContent } from './family.ts';
import { typeface } from './typefaces.ts';
import { thing, whole } from './words.ts';

interface Axes {
  readonly size: Size;
  readonly font: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Frame, grid, numbers and labels. */
  readonly parts: readonly string[];
}

function axes(random: Random): Axes {
  const size = { width: whole(560, 900, random), height: whole(420, 640, random) };
  const font = typeface('sans', random);
  const [left, right, top, bottom] = [70, size.width - 30, 50, size.height - 60];
  const [grid, boxed] = [random() < 0.5, random() < 0.6];
  const parts = Array.from({ length: 6 }, (_, index) => {
    const [x, y] = [left + ((right - left) * index) / 5, bottom - ((bottom - top) * index) / 5];
    return [
      grid ? line([left, y, right, y], '#dddddd') + line([x, top, x, bottom], '#dddddd') : '',
      line([left - 5, y, left, y], '#000') + line([x, bottom, x, bottom + 5], '#000'),
      text([left - 10, y + 5], String(index * 20), { size: 14, font, anchor: 'end' }),
      text([x, bottom + 22], (index / 5).toFixed(1), { size: 14, font, anchor: 'middle' }),
    ].join('');
  });
  const frame = boxed
    ? `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="#000"/>`
    : line([left, top, left, bottom], '#000') + line([left, bottom, right, bottom], '#000');
  const labels = text([size.width / 2, size.height - 14], thing(random), { size: 16, font, anchor: 'middle' });
  return { size, font, left, right, top, bottom, parts: [...parts, frame, labels] };
}

const tints = ['#1f77b4', '#ff7f0e', '#2ca02c', '#d62728', '#9467bd'];

/** A curve through the axes: a walk, a wave, a decay or a bell. */
function curve({ left, right, top, bottom }: Axes, content: Random): string {
  const shape = draw(['walk', 'wave', 'decay', 'bell'], content);
  const [first, second, third] = [content(), content(), content()];
  let walk = content();
  const points = Array.from({ length: 90 }, (_, index) => {
    const t = index / 89;
    walk = Math.max(0, Math.min(1, walk + (content() - 0.5) * 0.14));
    const value =
      {
        walk,
        wave: 0.5 + 0.45 * first * Math.sin(6.28 * (t * (1 + 4 * second) + third)),
        decay: first * Math.exp(-t * (0.5 + 5 * second)) + 0.2 * third,
        bell: 0.9 * Math.exp(-(((t - first) / (0.08 + 0.2 * second)) ** 2)),
      }[shape] ?? 0;
    return `${(left + t * (right - left)).toFixed(1)},${(bottom - value * (bottom - top)).toFixed(1)}`;
  });
  return `points="${points.join(' ')}" fill="none"`;
}

/** Thin lines on large white: the same axes, other curves. */
export function linePlot(random: Random): DrawContent {
  const frame = axes(random);
  const [count, width, title] = [whole(1, 3, random), draw([1, 1.5, 2], random), random() < 0.5];
  return (content) =>
    png(
      page(frame.size, '#ffffff', [
        ...frame.parts,
        title ? text([frame.size.width / 2, 30], thing(content), { size: 18, font: frame.font, anchor: 'middle' }) : '',
        ...Array.from(
          { length: count },
          (_, index) =>
            `<polyline ${curve(frame, content)} stroke="${tints[index] ?? '#000'}" stroke-width="${width}"/>`,
        ),
      ]),
    );
}

/** Bars of one chart with other values. */
export function barChart(random: Random): DrawContent {
  const frame = axes(random);
  const [count, fill] = [whole(6, 14, random), colour(random, [55, 50])];
  return (content) => {
    const step = (frame.right - frame.left) / count;
    const bars = Array.from({ length: count }, (_, index) => {
      const height = (0.05 + 0.92 * content()) * (frame.bottom - frame.top);
      return rectangle([frame.left + step * (index + 0.15), frame.bottom - height, step * 0.7, height], fill);
    });
    return png(page(frame.size, '#ffffff', [...frame.parts, ...bars]));
  };
}

/** Points of one plot with other data. */
export function scatterPlot(random: Random): DrawContent {
  const frame = axes(random);
  const [count, radius, fill] = [whole(30, 120, random), whole(2, 5, random), draw(tints, random)];
  return (content) => {
    const [slope, spread] = [content() * 2 - 1, 0.1 + 0.3 * content()];
    const marks = Array.from({ length: count }, () => {
      const t = content();
      const value = Math.max(0.02, Math.min(0.98, 0.5 + slope * (t - 0.5) + spread * (content() + content() - 1)));
      return `<circle cx="${frame.left + t * (frame.right - frame.left)}" cy="${frame.bottom - value * (frame.bottom - frame.top)}" r="${radius}" fill="${fill}" fill-opacity="0.75"/>`;
    });
    return png(page(frame.size, '#ffffff', [...frame.parts, ...marks]));
  };
}
