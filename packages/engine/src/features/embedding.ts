import { mapShape, type ActivationMaps, type LayerName } from './embedding-network.ts';

/**
 * A learned linear map from a pooled layer to its whitened embedding.
 * `matrix` is row-major, `outputLength × inputLength`; `mean` has `inputLength` values.
 */
export interface Projection {
  readonly inputLength: number;
  readonly outputLength: number;
  readonly mean: Float32Array;
  readonly matrix: Float32Array;
}

export type Projections = Readonly<Record<LayerName, Projection>>;

/** Scales a vector to unit length in place; a zero vector stays zero. */
export function normalise(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return vector;
  const factor = 1 / Math.sqrt(sum);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) * factor;
  return vector;
}

/** Mean of each channel. */
function averagePool(map: Float32Array, channels: number): Float32Array {
  const cells = map.length / channels;
  const pooled = new Float32Array(channels);
  for (let channel = 0; channel < channels; channel += 1) {
    let sum = 0;
    const end = (channel + 1) * cells;
    for (let at = channel * cells; at < end; at += 1) sum += map[at] as number;
    pooled[channel] = sum / cells;
  }
  return pooled;
}

/**
 * Generalised mean with exponent 3 of each channel: between average and maximum, it favours what stands out.
 * @source Radenović et al., Fine-tuning CNN image retrieval with no human annotation (2018), equation 1.
 */
function generalisedMeanPool(map: Float32Array, channels: number): Float32Array {
  const cells = map.length / channels;
  const pooled = new Float32Array(channels);
  for (let channel = 0; channel < channels; channel += 1) {
    let sum = 0;
    const end = (channel + 1) * cells;
    for (let at = channel * cells; at < end; at += 1) {
      const value = map[at] as number;
      sum += value * value * value;
    }
    pooled[channel] = Math.cbrt(Math.max(0, sum) / cells);
  }
  return pooled;
}

/** Pooled layer → signed square root → unit length: the input of the projection. */
export function poolLayer(maps: ActivationMaps, layer: LayerName): Float32Array {
  const { channels } = mapShape[layer];
  const pooled = layer === 'block6' ? generalisedMeanPool(maps[layer], channels) : averagePool(maps[layer], channels);
  for (let at = 0; at < pooled.length; at += 1) {
    const value = pooled[at] as number;
    pooled[at] = value < 0 ? -Math.sqrt(-value) : Math.sqrt(value);
  }
  return normalise(pooled);
}

/** Applies a projection and scales the result to unit length. */
export function project(vector: Float32Array, projection: Projection): Float32Array {
  const { inputLength, outputLength, mean, matrix } = projection;
  const centred = Float32Array.from(vector, (value, at) => value - (mean[at] as number));
  const result = new Float32Array(outputLength);
  for (let row = 0; row < outputLength; row += 1) {
    let sum = 0;
    const offset = row * inputLength;
    for (let at = 0; at < inputLength; at += 1) sum += (matrix[offset + at] as number) * (centred[at] as number);
    result[row] = sum;
  }
  return normalise(result);
}
