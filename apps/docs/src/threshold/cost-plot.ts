import { inPercent } from '../score/percent.ts';
import { svgElement } from '../site/svg-element.ts';
import type { ThresholdPoint } from './costs.ts';

const frame = { left: 44, top: 12, width: 560, height: 220 } as const;

/** What the plot marks beside its curves. */
export interface PlotMarks {
  readonly best: number;
  readonly band: readonly [from: number, to: number];
  readonly label: string;
}

/** Recall, false matches and cost over the threshold; cost is drawn as a share of the dearest threshold's. */
export function costPlot(curve: readonly ThresholdPoint[], { best, band, label }: PlotMarks): SVGElement {
  const plot = svgElement('svg', { viewBox: '0 0 620 280', role: 'img', 'aria-label': label });
  const dearest = Math.max(1e-9, ...curve.map(({ cost }) => cost));
  plot.append(bandMark(band), ...grid());
  plot.append(line(curve, 'same-picture', ({ recall }) => recall));
  plot.append(line(curve, 'different', ({ falseMatchRate }) => falseMatchRate));
  plot.append(line(curve, 'cost', ({ cost }) => cost / dearest));
  plot.append(svgElement('line', { x1: x(best), x2: x(best), y1: y(0), y2: y(1), class: 'best' }));
  return plot;
}

function x(threshold: number): string {
  return (frame.left + threshold * frame.width).toFixed(1);
}

function y(share: number): string {
  return (frame.top + (1 - share) * frame.height).toFixed(1);
}

function bandMark([from, to]: readonly [number, number]): SVGElement {
  const width = ((to - from) * frame.width).toFixed(1);
  return svgElement('rect', { x: x(from), y: y(1), width, height: String(frame.height), class: 'band' });
}

function grid(): readonly SVGElement[] {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((tick) => {
    const below = svgElement('text', { x: x(tick), y: String(frame.top + frame.height + 18), 'text-anchor': 'middle' });
    below.textContent = String(tick);
    const beside = svgElement('text', { x: String(frame.left - 8), y: y(tick - 0.015), 'text-anchor': 'end' });
    beside.textContent = inPercent(tick, 0);
    return [svgElement('line', { x1: x(0), x2: x(1), y1: y(tick), y2: y(tick), class: 'grid' }), below, beside];
  });
}

function line(curve: readonly ThresholdPoint[], name: string, value: (point: ThresholdPoint) => number): SVGElement {
  const points = curve.map((point) => `${x(point.threshold)},${y(value(point))}`).join(' ');
  return svgElement('polyline', { points, class: `curve ${name}` });
}
