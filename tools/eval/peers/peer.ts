import type { Raster } from '../../../packages/engine/src/raster.ts';

/** Another way to compare pictures, measured beside the engine in the same run. */
export interface Peer {
  readonly name: string;
  /** What one picture is turned into; `encoded` is its file. */
  readonly describe: (encoded: Buffer, raster: Raster) => Promise<unknown>;
  /** Similarity of two descriptions, larger for more alike. */
  readonly compare: (first: unknown, second: unknown) => number;
}
