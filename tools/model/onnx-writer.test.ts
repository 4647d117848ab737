import { expect, test } from 'vitest';
import { writeOnnx } from './onnx-writer.ts';
import type { OnnxTensor } from './onnx-writer.ts';

const scalar = (name: string): OnnxTensor => ({ name, dimensions: [], type: 'float32', bytes: new Uint8Array(4) });

test.for([
  ['two initializers', [scalar('one'), scalar('one')], ['sum']],
  ['an initializer and what a node makes', [scalar('one')], ['one']],
] as const)('%s of one name are refused: runtimes take either value', ([, initializers, outputs]) => {
  const nodes = [{ operator: 'Relu', inputs: ['one'], outputs }];
  expect(() => writeOnnx({ name: 'graph', inputs: [], outputs: [], initializers, nodes })).toThrow(/the name one/);
});
