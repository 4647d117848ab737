import { differenceWords, shareWords } from '@semblance/engine/evidence';
import { consoleText } from '../text/console.ts';
import { decodeInBrowser } from './decode-in-browser.ts';
import { differenceCanvas, differenceShapes } from './difference-view.ts';
import { visibleEvidence } from './evidence.ts';
import type { VisibleEvidence } from './evidence.ts';
import type { ResultPlace } from './result-view.ts';
import type { PicturePair } from './send-comparison.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';
const gap = 16;
const mostLines = 60;

/** Draws which points of the two pictures agree, beside the result. */
export async function showEvidence({ root, locale }: ResultPlace, pair: PicturePair): Promise<void> {
  const text = consoleText[locale];
  const place = root.querySelector<HTMLElement>('.evidence');
  const [first, second] = await Promise.all([
    decodeInBrowser(pair.primary, 'fit'),
    decodeInBrowser(pair.secondary, 'fit'),
  ]);
  if (place === null) return;
  place.hidden = false;
  const words = place.querySelector('.evidence-words');
  if (first === undefined || second === undefined) {
    if (words !== null) words.textContent = text.evidenceNone;
    place.querySelector('.evidence-picture')?.replaceChildren();
    return;
  }
  const details = [
    (await decodeInBrowser(pair.primary, 'detail')) ?? first,
    (await decodeInBrowser(pair.secondary, 'detail')) ?? second,
  ] as const;
  const evidence = await visibleEvidence(first, second, details);
  const { difference } = evidence;
  const laid =
    difference === undefined
      ? ''
      : `${differenceWords(difference)[locale]}${text.colon}${shareWords(difference)[locale]}${text.stop} `;
  if (words !== null) words.textContent = laid + inWords(text.evidenceWords, evidence);
  const drawn = evidencePicture(evidence, pair, text.evidenceAlt);
  const below = difference === undefined ? [] : [differenceCanvas(details, difference, text.differenceAlt)];
  place.querySelector('.evidence-picture')?.replaceChildren(drawn, ...below);
}

function inWords(template: string, { agreeing, matches, colour }: VisibleEvidence): string {
  return template
    .replace('{agreeing}', String(agreeing.length))
    .replace('{matches}', String(matches))
    .replace('{colour}', (colour * 100).toFixed(1));
}

function evidencePicture(evidence: VisibleEvidence, pair: PicturePair, label: string): SVGElement {
  const { firstSize, secondSize, agreeing, placement } = evidence;
  const left = firstSize[0] + gap;
  const size = [left + secondSize[0], Math.max(firstSize[1], secondSize[1])];
  const picture = element('svg', { viewBox: `0 0 ${size.join(' ')}`, role: 'img', 'aria-label': label });
  picture.append(photograph(pair.primary, 0, firstSize), photograph(pair.secondary, left, secondSize));
  if (evidence.difference !== undefined) {
    picture.append(differenceShapes(evidence.difference, { which: 0, left: 0, size: firstSize }));
    picture.append(differenceShapes(evidence.difference, { which: 1, left, size: secondSize }));
  }
  const step = Math.max(1, Math.ceil(agreeing.length / mostLines));
  for (const { first, second } of agreeing.filter((_, index) => index % step === 0)) {
    const [x1, y1] = [(first[0] * firstSize[0]).toFixed(1), (first[1] * firstSize[1]).toFixed(1)];
    const [x2, y2] = [(second[0] * secondSize[0] + left).toFixed(1), (second[1] * secondSize[1]).toFixed(1)];
    picture.append(element('line', { x1, y1, x2, y2, class: 'pair' }));
    picture.append(element('circle', { cx: x1, cy: y1, r: '2.5', class: 'first' }));
    picture.append(element('circle', { cx: x2, cy: y2, r: '2.5', class: 'second' }));
  }
  if (placement !== undefined && agreeing.length > 12) picture.append(frame(placement, left, secondSize));
  return picture;
}

/** The first picture's frame over the second, cut off at the second's edges. */
function frame(
  corners: NonNullable<VisibleEvidence['placement']>,
  left: number,
  [width, height]: readonly [number, number],
): SVGElement {
  const view = element('svg', {
    x: String(left),
    y: '0',
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
  });
  const points = corners.map(([x, y]) => `${(x * width).toFixed(1)},${(y * height).toFixed(1)}`).join(' ');
  view.append(element('polygon', { points, class: 'placement' }));
  return view;
}

function photograph(bytes: Uint8Array<ArrayBuffer>, x: number, [width, height]: readonly [number, number]): SVGElement {
  const href = URL.createObjectURL(new Blob([bytes]));
  const image = element('image', { href, x: String(x), y: '0', width: String(width), height: String(height) });
  image.addEventListener('load', () => URL.revokeObjectURL(href), { once: true });
  return image;
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const created = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) created.setAttribute(attribute, value);
  return created;
}
