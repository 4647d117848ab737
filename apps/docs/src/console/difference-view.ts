import { cellBox, cellStates, differencePicture, inBoth, stateColours } from '@semblance/engine/evidence';
import type { DifferenceEvidence, Raster } from '@semblance/engine/evidence';

type Size = readonly [width: number, height: number];

const svgNamespace = 'http://www.w3.org/2000/svg';

/** What agrees and what conflicts, as shapes over one of the two pictures. */
export function differenceShapes(
  { cells, registration }: DifferenceEvidence,
  { which, left, size: [width, height] }: { readonly which: 0 | 1; readonly left: number; readonly size: Size },
): SVGElement {
  const view = document.createElementNS(svgNamespace, 'svg');
  const frame = { x: left, y: 0, width, height, viewBox: `0 0 ${width} ${height}` };
  for (const [name, value] of Object.entries(frame)) view.setAttribute(name, String(value));
  for (const [at, state] of cells.states.entries()) {
    const fill = stateColours[cellStates[state] ?? 'blank'];
    if (fill === undefined) continue;
    const shape = document.createElementNS(svgNamespace, 'polygon');
    const points = inBoth({ cells, registration }, cellBox(cells, at))[which];
    shape.setAttribute(
      'points',
      points.map(([x, y]) => `${(x * width).toFixed(1)},${(y * height).toFixed(1)}`).join(' '),
    );
    shape.setAttribute('fill', fill);
    shape.setAttribute('fill-opacity', (0.15 + 0.3 * Math.min(1, cells.weight[at] ?? 0)).toFixed(2));
    view.append(shape);
  }
  return view;
}

/** The picture of what differs, drawn in the page. */
export function differenceCanvas(
  details: readonly [Raster, Raster],
  difference: DifferenceEvidence,
  label: string,
): HTMLCanvasElement {
  const { width, height, data } = differencePicture(...details, difference);
  const canvas = Object.assign(document.createElement('canvas'), { width, height, className: 'difference' });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  const pixels = new ImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    pixels.data.set([...data.subarray(pixel * 3, pixel * 3 + 3), 255], pixel * 4);

  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  return canvas;
}
