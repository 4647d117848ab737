import type { MethodResult, ThresholdRow } from './evaluation-file.ts';
import { taskNames } from './samples.ts';

const font = 'font-family="Inter, Helvetica, Arial, sans-serif"';
const palette = ['#0a7d5a', '#8b97a8', '#a3adba', '#b9c1cb', '#7f8ea3', '#95a1b2', '#aab4c0', '#c0c8d1'];

const label = (content: string, [x, y]: readonly [number, number], more = ''): string =>
  `<text x="${x}" y="${y}" ${font} font-size="13" fill="#33404f" ${more}>${content}</text>`;

/** Bars of the ROC area of every method in every task, with bootstrap intervals. */
export function methodsPlot(results: readonly MethodResult[]): string {
  const [width, rowHeight, left] = [860, 17, 150];
  const groupHeight = results.length * rowHeight + 46;
  const scale = (value: number): number => left + ((Math.max(0.4, value) - 0.4) / 0.6) * (width - left - 70);
  const groups = taskNames.map((task, group) => {
    const top = 20 + group * groupHeight;
    const rows = results.map(({ method, tasks }, index) => {
      const { value, low, high } = tasks[task].rocArea;
      const y = top + 16 + index * rowHeight;
      return `${label(method, [left - 8, y + 11], 'text-anchor="end"')}<rect x="${scale(0.4)}" y="${y}" width="${scale(value) - scale(0.4)}" height="12" rx="2" fill="${palette[index] ?? '#ccc'}"/>
        <line x1="${scale(low)}" x2="${scale(high)}" y1="${y + 6}" y2="${y + 6}" stroke="#1c2430"/>${label(value.toFixed(3), [scale(high) + 8, y + 11])}`;
    });
    return label(task, [left, top + 6], 'font-weight="600"') + rows.join('');
  });
  const height = 30 + taskNames.length * groupHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${groups.join('')}${label('ROC area; 0.5 is chance', [left, height - 12], 'fill="#6a7485"')}</svg>`;
}

/** Curves of what passes each threshold of the score. */
export function thresholdsPlot(rows: readonly ThresholdRow[]): string {
  const [width, height, margin] = [720, 420, 56];
  const x = (value: number): number => margin + value * (width - 2 * margin);
  const y = (value: number): number => height - margin - value * (height - 2 * margin);
  const series = [
    ['copies', '#0a7d5a', (row: ThresholdRow) => row.copyRecall],
    ['same item', '#2f6fde', (row: ThresholdRow) => row.itemRecall],
    ['same kind', '#c77700', (row: ThresholdRow) => row.kindRate],
    ['different', '#b94a48', (row: ThresholdRow) => row.falsePositiveRate],
  ] as const;
  const lines = series.map(([name, colour, value], index) => {
    const points = rows.map((row) => `${x(row.threshold).toFixed(1)},${y(value(row)).toFixed(1)}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2.5"/>${label(name, [width - margin - 90, margin + 18 * index], `fill="${colour}" font-weight="600"`)}`;
  });
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(value)}" y2="${y(value)}" stroke="#e3e7ee"/>${label(`${value * 100} %`, [x(0) - 8, y(value) + 4], 'text-anchor="end"')}${label(String(value), [x(value), y(0) + 20], 'text-anchor="middle"')}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${grid.join('')}${lines.join('')}${label('share of pairs with at least this score', [margin, margin - 20])}</svg>`;
}
