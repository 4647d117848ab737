import type { MeaningRow, MeasuredServiceType, ServiceTypeMeaning } from './evaluation-file.ts';
import { serviceTypes } from '@semblance/spec/limits';
import { measuredServiceTypes } from './service-type-samples.ts';

const font = 'font-family="Inter, Helvetica, Arial, sans-serif"';
const [panelWidth, panelHeight, margin] = [230, 210, 40];

const series = [
  ['recall', '#0a7d5a', ({ recall }: MeaningRow) => recall],
  ['precision', '#2f6fde', ({ precision }: MeaningRow) => precision],
  ['false positives', '#b94a48', ({ falsePositiveRate }: MeaningRow) => falsePositiveRate],
] as const;

const text = (content: string, [x, y]: readonly [number, number], more: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${font} fill="#33404f" ${more}>${content}</text>`;

function panel(name: MeasuredServiceType, { thresholds }: ServiceTypeMeaning, left: number): string {
  const x = (value: number): number => left + value * (panelWidth - margin);
  const y = (value: number): number => margin + (1 - value) * (panelHeight - margin);
  const grid = [0, 0.5, 1].map(
    (value) =>
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(value)}" y2="${y(value)}" stroke="#e3e7ee"/>${text(String(value), [x(value), y(0) + 16], 'font-size="11" text-anchor="middle"')}${text(`${value * 100} %`, [x(0) - 4, y(value) - 4], 'font-size="10"')}`,
  );
  const lines = series.map(([, colour, estimateOf]) => {
    const points = (pick: 'value' | 'low' | 'high'): string[] =>
      thresholds.map((row) => `${x(row.threshold).toFixed(1)},${y(estimateOf(row)[pick]).toFixed(1)}`);
    const band = [...points('low'), ...points('high').toReversed()].join(' ');
    return `<polygon points="${band}" fill="${colour}" fill-opacity=".15"/><polyline points="${points('value').join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`;
  });
  const title = text(serviceTypes[name].title.en, [x(0), margin - 14], 'font-size="13" font-weight="600"');
  return `${grid.join('')}${lines.join('')}${title}`;
}

/** Recall, precision at one in ten and false positive rate over the score, with intervals, a panel per service type. */
export function serviceTypesPlot(meanings: Readonly<Record<MeasuredServiceType, ServiceTypeMeaning>>): string {
  const width = margin + measuredServiceTypes.length * panelWidth;
  const height = panelHeight + 70;
  const panels = measuredServiceTypes.map((name, index) => panel(name, meanings[name], margin + index * panelWidth));
  const legend = series.map(([name, colour], index) =>
    text(name, [margin + index * 130, height - 16], `font-size="13" font-weight="600" style="fill:${colour}"`),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${panels.join('')}${legend.join('')}</svg>`;
}
