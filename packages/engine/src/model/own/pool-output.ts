import { normalise } from '../../features/embedding.ts';
import type { OutputPooling } from './manifest-schema.ts';

/** A network's output: values in row-major order, and its shape with a batch of one. */
export interface NetworkOutput {
  readonly values: Float32Array;
  readonly shape: readonly number[];
}

/** Mean over the rows of a `rows × columns` matrix. */
function meanOfRows(values: Float32Array, columns: number): Float32Array {
  const rows = values.length / columns;
  const mean = new Float32Array(columns);
  for (let at = 0; at < values.length; at += 1)
    mean[at % columns] = (mean[at % columns] as number) + (values[at] as number) / rows;
  return mean;
}

/** Mean over the cells of channel-major maps `channels × cells`. */
function meanOfCells(values: Float32Array, channels: number): Float32Array {
  const cells = values.length / channels;
  return Float32Array.from({ length: channels }, (_, channel) => {
    let sum = 0;
    for (let at = channel * cells; at < (channel + 1) * cells; at += 1) sum += values[at] as number;
    return sum / cells;
  });
}

/** Shapes each pooling accepts, the batch of one included. */
const acceptedRank: Readonly<Record<OutputPooling, number>> = {
  none: 2,
  'first-token': 3,
  'mean-tokens': 3,
  'mean-cells': 4,
};

/**
 * Turns a network's output into one embedding of unit length.
 * @param pooling none: [1, d]; first-token and mean-tokens: [1, tokens, d]; mean-cells: [1, d, height, width].
 * @returns       the embedding, or a sentence that says why the output does not fit.
 */
export function poolOutput(output: NetworkOutput, pooling: OutputPooling): Float32Array | string {
  const { values, shape } = output;
  if (shape.length !== acceptedRank[pooling] || shape[0] !== 1)
    return `output has shape [${shape.join(', ')}], but pooling "${pooling}" needs ${acceptedRank[pooling]} axes with a batch of 1`;

  const width = pooling === 'mean-cells' ? (shape[1] ?? 0) : (shape.at(-1) ?? 0);
  if (pooling === 'none') return normalise(Float32Array.from(values));
  if (pooling === 'first-token') return normalise(values.slice(0, width));
  return normalise(pooling === 'mean-tokens' ? meanOfRows(values, width) : meanOfCells(values, width));
}
