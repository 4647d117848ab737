import { writeOnnx } from '../../../../../tools/model/onnx-writer.ts';
import type { OnnxNode, OnnxTensor } from '../../../../../tools/model/onnx-writer.ts';
import { seeded } from '../../score/test-pictures.ts';

/** An output of a real model: [1, d], or [1, tokens, d]. */
export interface StandInOutput {
  readonly name: string;
  readonly shape: readonly [1, number] | readonly [1, number, number];
}

/** The border of a real model. */
export interface StandInBorder {
  readonly input: string;
  readonly side: number;
  readonly outputs: readonly StandInOutput[];
}

const cellsASide = 8;
const pooledLength = 3 * cellsASide * cellsASide;

function floats(name: string, dimensions: readonly number[], seed: number): OnnxTensor {
  const random = seeded(seed);
  const count = dimensions.reduce((product, size) => product * size, 1);
  const values = Float32Array.from({ length: count }, () => random() - 0.5);
  return { name, dimensions, type: 'float32', bytes: new Uint8Array(values.buffer) };
}

function integers(name: string, values: readonly number[]): OnnxTensor {
  const data = BigInt64Array.from(values, BigInt);
  return { name, dimensions: [values.length], type: 'int64', bytes: new Uint8Array(data.buffer) };
}

interface Part {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
}

/** One output: a projection of the pooled picture; of tokens the first, the others being the same for every picture. */
function outputPart({ name, shape }: StandInOutput, seed: number): Part {
  const width = shape.at(-1) ?? 0;
  const isTokens = shape.length === 3;
  const projected = isTokens ? `${name}.projected` : name;
  const projection = { operator: 'MatMul', inputs: ['flat', `${name}.weights`], outputs: [projected] };
  const weights = floats(`${name}.weights`, [pooledLength, width], seed);
  if (!isTokens) return { nodes: [projection], initializers: [weights] };
  return {
    nodes: [
      projection,
      { operator: 'Reshape', inputs: [projected, `${name}.shape`], outputs: [`${name}.first`] },
      { operator: 'Concat', inputs: [`${name}.first`, `${name}.patches`], outputs: [name], attributes: { axis: 1 } },
    ],
    initializers: [
      weights,
      integers(`${name}.shape`, [1, 1, width]),
      floats(`${name}.patches`, [1, (shape[1] ?? 2) - 1, width], seed + 1),
    ],
  };
}

/** A small network with a real model's input, outputs and shapes: it averages 8 × 8 cells and projects them. */
export function standInModel({ input, side, outputs }: StandInBorder): Uint8Array {
  const cell = side / cellsASide;
  const parts = outputs.map((output, index) => outputPart(output, 1 + 2 * index));
  return writeOnnx({
    name: 'stand-in',
    inputs: [{ name: input, dimensions: [-1, 3, -1, -1] }],
    outputs: outputs.map(({ name, shape }) => ({ name, dimensions: [-1, ...shape.slice(1)] })),
    initializers: [integers('flat.shape', [1, pooledLength]), ...parts.flatMap(({ initializers }) => initializers)],
    nodes: [
      {
        operator: 'AveragePool',
        inputs: [input],
        outputs: ['pooled'],
        attributes: { kernel_shape: [cell, cell], strides: [cell, cell] },
      },
      { operator: 'Reshape', inputs: ['pooled', 'flat.shape'], outputs: ['flat'] },
      ...parts.flatMap(({ nodes }) => nodes),
    ],
  });
}
