import { partBoxes } from '@semblance/engine/evidence';
import type { FoundPart, Raster } from '@semblance/engine/evidence';
import type { Examination } from '../page-engine/messages.ts';
import type { Place } from './answer-view.ts';
import { consoleText } from './console-text.ts';
import type { ConsoleText } from './console-words.ts';
import { differenceCanvas, differenceShapes } from './difference-view.ts';
import { evidenceWordsOf } from './evidence-words.ts';
import { imageDataOf } from './image-data.ts';
import type { ConsoleState } from './state.ts';
import { svgElement, svgFrame } from '../site/svg-element.ts';

const gap = 16;
const mostLines = 60;
/** Longer side of each drawn picture, in units of the drawing. */
const drawnSide = 320;

let drawn: Examination | 'nothing' | undefined;

/** Draws agreeing points and differences of the compared views, if there is an answer. */
export function showEvidence({ root, locale }: Place, { seen, phase }: ConsoleState): void {
  const place = root.querySelector<HTMLElement>('.evidence');
  if (place === null) return;
  place.hidden = seen === undefined || phase.kind !== 'answered';
  if (seen === drawn || seen === undefined) return;
  const text = consoleText[locale];
  drawn = seen;
  const isEmpty = seen === 'nothing';
  const words = place.querySelector('.evidence-words');
  if (words !== null) words.textContent = isEmpty ? text.evidenceNone : evidenceWordsOf(seen.explanation, locale);
  const hasColours = !isEmpty && seen.explanation.comparison.difference !== undefined;
  place.querySelector('.evidence-legend')?.toggleAttribute('hidden', !hasColours);
  place.querySelector('.evidence-picture')?.replaceChildren(...(isEmpty ? [] : drawings(seen, text)));
}

function drawings(seen: Examination, text: ConsoleText): readonly Element[] {
  const { difference } = seen.explanation.comparison;
  const below = difference === undefined ? [] : [differenceCanvas(seen.shown, difference, text.differenceAlt)];
  return [evidencePicture(seen, text.evidenceAlt), ...below];
}

type Size = readonly [width: number, height: number];

function drawnSize({ width, height }: Raster): Size {
  const scale = drawnSide / Math.max(width, height);
  return [Math.round(width * scale), Math.round(height * scale)];
}

function evidencePicture({ explanation, shown }: Examination, label: string): SVGElement {
  const [firstSize, secondSize] = [drawnSize(shown[0]), drawnSize(shown[1])];
  const left = firstSize[0] + gap;
  const size = [left + secondSize[0], Math.max(firstSize[1], secondSize[1])];
  const picture = svgElement('svg', { viewBox: `0 0 ${size.join(' ')}`, role: 'img', 'aria-label': label });
  picture.append(photograph(shown[0], 0, firstSize), photograph(shown[1], left, secondSize));
  const { difference, part } = explanation.comparison;
  const places = [
    { left: 0, size: firstSize },
    { left, size: secondSize },
  ] as const;
  if (part !== undefined) picture.append(...partFrames(part, places));
  if (difference !== undefined) {
    picture.append(differenceShapes(difference, { which: 0, left: 0, size: firstSize }));
    picture.append(differenceShapes(difference, { which: 1, left, size: secondSize }));
  }
  const agreeing = part === undefined ? explanation.matches.filter(({ agrees }) => agrees) : [];
  const step = Math.max(1, Math.ceil(agreeing.length / mostLines));
  for (const { first, second } of agreeing.filter((_, index) => index % step === 0)) {
    const [x1, y1] = [(first[0] * firstSize[0]).toFixed(1), (first[1] * firstSize[1]).toFixed(1)];
    const [x2, y2] = [(second[0] * secondSize[0] + left).toFixed(1), (second[1] * secondSize[1]).toFixed(1)];
    picture.append(svgElement('line', { x1, y1, x2, y2, class: 'pair' }));
    picture.append(svgElement('circle', { cx: x1, cy: y1, r: '2.5', class: 'first' }));
    picture.append(svgElement('circle', { cx: x2, cy: y2, r: '2.5', class: 'second' }));
  }
  const corners = explanation.overlap?.second;
  if (corners !== undefined && agreeing.length > 12) picture.append(frame(corners, left, secondSize));
  return picture;
}

interface Placed {
  readonly left: number;
  readonly size: Size;
}

/** Frames about the part that was found, one in each picture. */
function partFrames(part: FoundPart, places: readonly [Placed, Placed]): SVGElement[] {
  return partBoxes(part).map((box, index) => {
    const { left, size } = places[index === 0 ? 0 : 1];
    const corners = [
      [box.left, box.top],
      [box.right, box.top],
      [box.right, box.bottom],
      [box.left, box.bottom],
    ] as const;
    return frame(corners, left, size);
  });
}

/** The first picture's frame over the second, clipped at the second's edges. */
function frame(corners: readonly (readonly [number, number])[], left: number, [width, height]: Size): SVGElement {
  const view = svgFrame(left, [width, height]);
  const points = corners.map(([x, y]) => `${(x * width).toFixed(1)},${(y * height).toFixed(1)}`).join(' ');
  view.append(svgElement('polygon', { points, class: 'placement' }));
  return view;
}

/** The compared view, in its frame and on its ground. */
function photograph(raster: Raster, x: number, [width, height]: Size): SVGElement {
  const image = svgElement('image', { x: String(x), y: '0', width: String(width), height: String(height) });
  void putPixels(image, raster);
  return image;
}

async function putPixels(image: SVGElement, raster: Raster): Promise<void> {
  const href = URL.createObjectURL(await pngOf(raster));
  image.addEventListener('load', () => URL.revokeObjectURL(href), { once: true });
  image.setAttribute('href', href);
}

function pngOf(raster: Raster): Promise<Blob> {
  const canvas = new OffscreenCanvas(raster.width, raster.height);
  canvas.getContext('2d')?.putImageData(imageDataOf(raster), 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
