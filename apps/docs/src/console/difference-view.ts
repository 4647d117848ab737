import {
  cellBox,
  cellStates,
  differencePicture,
  displayedCells,
  inBoth,
  stateColours,
} from '@semblance/engine/evidence';
import type { DifferenceEvidence, Raster } from '@semblance/engine/evidence';
import { svgElement, svgFrame } from '../site/svg-element.ts';
import { imageDataOf } from './image-data.ts';

type Size = readonly [width: number, height: number];

/** Agreeing and conflicting regions, as shapes over one of the pictures. */
export function differenceShapes(
  evidence: DifferenceEvidence,
  { which, left, size: [width, height] }: { readonly which: 0 | 1; readonly left: number; readonly size: Size },
): SVGElement {
  const view = svgFrame(left, [width, height]);
  const { registration } = evidence;
  const cells = displayedCells(evidence);
  for (const [at, state] of cells.states.entries()) {
    const fill = stateColours[cellStates[state] ?? 'blank'];
    if (fill === undefined) continue;
    const corners = inBoth({ cells, registration }, cellBox(cells, at))[which];
    const points = corners.map(([x, y]) => `${(x * width).toFixed(1)},${(y * height).toFixed(1)}`).join(' ');
    const opacity = (0.15 + 0.3 * Math.min(1, cells.weight[at] ?? 0)).toFixed(2);
    view.append(svgElement('polygon', { points, fill, 'fill-opacity': opacity }));
  }
  return view;
}

/** The drawing of the differences. */
export function differenceCanvas(
  details: readonly [Raster, Raster],
  difference: DifferenceEvidence,
  label: string,
): HTMLCanvasElement {
  const picture = differencePicture(...details, difference);
  const { width, height } = picture;
  const canvas = Object.assign(document.createElement('canvas'), { width, height, className: 'difference' });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  canvas.getContext('2d')?.putImageData(imageDataOf(picture), 0, 0);
  return canvas;
}
