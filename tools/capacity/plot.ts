import type { CapacityFile, CheckedPoint } from './capacity-file.ts';

const font = 'font-family="Inter, Helvetica, Arial, sans-serif" font-size="13"';
const [width, height, margin] = [760, 380, 60] as const;
const [green, blue, grey] = ['#0a7d5a', '#2f6fde', '#8b97a8'] as const;

interface Axis {
  readonly from: number;
  readonly to: number;
  readonly most: number;
}

const place = ({ from, to, most }: Axis, value: number): number => from + (Math.min(value, most) / most) * (to - from);

function words(text: string, [x, y]: readonly [number, number], more = ''): string {
  return `<text x="${x.toFixed(0)}" y="${y.toFixed(0)}" ${font} ${more.includes('fill=') ? more : `fill="#33404f" ${more}`}>${text}</text>`;
}

/** Words of the picture, in one language. */
export interface PlotWords {
  readonly latency: string;
  readonly throughput: string;
  readonly measured: string;
  readonly modelled: string;
  readonly load: string;
  readonly cores: string;
  readonly linear: string;
}

/** Latency against load, measured (dots) and modelled (lines), beside pairs a second against cores. */
export function capacityPlot(file: CapacityFile, text: PlotWords): string {
  const middle = width / 2;
  const left = latencyPanel(file, text, { x: [margin, middle - 30], y: [height - margin, 50] });
  const right = machinePanel(file, text, { x: [middle + margin, width - 20], y: [height - margin, 50] });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><rect width="100%" height="100%" fill="#fff"/>${left}${right}</svg>\n`;
}

interface Box {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function latencyPanel({ checked }: CapacityFile, text: PlotWords, { x, y }: Box): string {
  const most = Math.max(...checked.flatMap(({ measured, modelled }) => [measured.p99Ms, modelled.p99Ms])) * 1.1;
  const across = { from: x[0], to: x[1], most: 1 };
  const up = { from: y[0], to: y[1], most };
  const series = (['p50Ms', 'p99Ms'] as const).map((name, index) => {
    const colour = index === 0 ? green : blue;
    const at = (point: CheckedPoint, of: 'measured' | 'modelled'): string =>
      `${place(across, point.measured.load).toFixed(1)},${place(up, point[of][name]).toFixed(1)}`;
    const dots = checked.map((point) => {
      const [dotX = '', dotY = ''] = at(point, 'measured').split(',');
      return `<circle cx="${dotX}" cy="${dotY}" r="4" fill="${colour}"/>`;
    });
    const line = checked.map((point) => at(point, 'modelled')).join(' ');
    const legend = words(
      name === 'p50Ms' ? 'p50' : 'p99',
      [x[0] + 10 + 45 * index, y[1] + 12],
      `fill="${colour}" font-weight="600"`,
    );
    return `<polyline points="${line}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}${legend}`;
  });
  const loads = checked.map(({ measured: { load } }) =>
    words(`${Math.round(load * 100)} %`, [place(across, load), y[0] + 18], 'text-anchor="middle"'),
  );
  const key = words(`● ${text.measured}  — ${text.modelled}`, [x[0] + 110, y[1] + 12], 'fill="#6a7485"');
  return frame({ title: text.latency, below: text.load }, { x, y }, up) + series.join('') + loads.join('') + key;
}

function machinePanel({ machines }: CapacityFile, text: PlotWords, { x, y }: Box): string {
  const [mostCores, mostPairs] = [
    Math.max(...machines.map(({ cores }) => cores)),
    Math.max(...machines.map(({ pairsPerSecond }) => pairsPerSecond)) * 1.1,
  ];
  const across = { from: x[0], to: x[1], most: mostCores };
  const up = { from: y[0], to: y[1], most: mostPairs };
  const points = machines.map(
    ({ cores, pairsPerSecond }) => `${place(across, cores).toFixed(1)},${place(up, pairsPerSecond).toFixed(1)}`,
  );
  const each = (machines[0]?.pairsPerSecond ?? 0) / (machines[0]?.cores ?? 1);
  const straightCores = Math.min(mostCores, mostPairs / each);
  const straight = `<line x1="${x[0]}" y1="${y[0]}" x2="${place(across, straightCores).toFixed(1)}" y2="${place(up, each * straightCores).toFixed(1)}" stroke="${grey}" stroke-dasharray="4 4"/>`;
  const ticks = machines
    .filter(({ cores }) => cores >= mostCores / 8)
    .map(({ cores }) => words(String(cores), [place(across, cores), y[0] + 18], 'text-anchor="middle"'));
  const line = `<polyline points="${points.join(' ')}" fill="none" stroke="${green}" stroke-width="2.5"/>`;
  const key = words(`- - ${text.linear}`, [x[0] + 10, y[1] + 12], 'fill="#6a7485"');
  return frame({ title: text.throughput, below: text.cores }, { x, y }, up) + straight + line + ticks.join('') + key;
}

function frame({ title, below }: { readonly title: string; readonly below: string }, { x, y }: Box, up: Axis): string {
  const lines = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = up.most * share;
    const at = place(up, value);
    return `<line x1="${x[0]}" x2="${x[1]}" y1="${at.toFixed(1)}" y2="${at.toFixed(1)}" stroke="#e3e7ee"/>${words(value.toFixed(0), [x[0] - 6, at + 4], 'text-anchor="end"')}`;
  });
  const head = words(title, [x[0], y[1] - 18], 'font-weight="600"');
  return head + lines.join('') + words(below, [(x[0] + x[1]) / 2, y[0] + 40], 'text-anchor="middle" fill="#6a7485"');
}
