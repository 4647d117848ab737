import { growTo, startModule } from '../../web-assembly.ts';
import type { LinearMemory } from '../../web-assembly.ts';
import { layerKernels as compiled } from './generated/layer-kernels.ts';

/** Inner loops of `layer-kernels.wat` and its parts, where each is described; addresses are bytes of the memory. */
export interface LayerKernels {
  readonly memory: LinearMemory;
  shrinkBytes(
    width: number,
    firsts: number,
    rowWeights: number,
    rowTaps: number,
    line: number,
    windows: number,
    taps: number,
    to: number,
    stride: number,
    toWidth: number,
    toHeight: number,
  ): void;
  smoothWords(from: number, to: number, stride: number, width: number, height: number, line: number): void;
  smoothBytes(from: number, to: number, stride: number, width: number, height: number, line: number): void;
  gradients(
    plane: number,
    mask: number,
    x: number,
    y: number,
    known: number,
    stride: number,
    width: number,
    height: number,
    wanted: number,
  ): void;
  sampleRow(
    plane: number,
    stride: number,
    width: number,
    height: number,
    u: number,
    v: number,
    du: number,
    dv: number,
    count: number,
    to: number,
    mask: number,
  ): void;
  energies(
    x: number,
    y: number,
    stride: number,
    lefts: number,
    tops: number,
    columns: number,
    rows: number,
    to: number,
  ): void;
  search(
    x: number,
    y: number,
    otherX: number,
    otherY: number,
    mask: number,
    stride: number,
    startX: number,
    startY: number,
    columns: number,
    rows: number,
    centreX: number,
    centreY: number,
    own: number,
    floor: number,
    cost: number,
    sums: number,
    known: number,
  ): number;
  contain(
    x: number,
    y: number,
    otherX: number,
    otherY: number,
    stride: number,
    factor: number,
    otherFactor: number,
    to: number,
  ): void;
  fitColours(
    chroma: number,
    lights: number,
    lightStep: number,
    count: number,
    map: number,
    falloff: number,
    to: number,
  ): void;
  colourCosts(
    chroma: number,
    lights: number,
    lightStep: number,
    count: number,
    map: number,
    most: number,
    to: number,
  ): void;
}

/** Every region is followed by this many unused bytes: loops work in whole vectors. */
const margin = 64;
const vectorBytes = 16;

let shared: LayerKernels | undefined;
let used = margin;

/** The kernels; one instance serves a thread. */
export function layerKernels(): LayerKernels {
  shared ??= startModule<LayerKernels>(compiled);
  return shared;
}

/** Forgets every region: to be called when one pair is begun, and none of another is in use. */
export function freeLayers(): void {
  used = margin;
}

/** An address with `bytes` of memory, valid until `freeLayers`. What lies there is left from before. */
export function allocate(bytes: number): number {
  const at = used;
  used = Math.ceil((at + bytes + margin) / vectorBytes) * vectorBytes;
  growTo(layerKernels().memory, used);
  return at;
}

/** Where memory that nobody uses begins. */
export function layersEnd(): number {
  return used;
}

/** Forgets the regions that were allocated since the memory ended there; see `layersEnd`. */
export function freeLayersFrom(end: number): void {
  used = end;
}

let words = new Int32Array(0);

/** All of the memory as 32-bit words, for sums that a kernel has written; valid until memory is allocated. */
export function memoryWords(): Int32Array {
  const { buffer } = layerKernels().memory;
  if (words.buffer !== buffer) words = new Int32Array(buffer);
  return words;
}
