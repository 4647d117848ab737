import { expect, test } from 'vitest';
import { createStartCircuit } from './start-circuit.ts';

test('it opens after failures in a row, for a while, and closes with the first success', () => {
  const circuit = createStartCircuit({ failuresToOpen: 3, openMs: 1000 });
  circuit.failed(0);
  circuit.failed(0);
  expect(circuit.waitMs(0)).toBe(0);
  circuit.failed(10);
  expect(circuit.waitMs(10)).toBe(1000);
  expect(circuit.waitMs(1010)).toBe(0);
  circuit.failed(1010);
  expect(circuit.waitMs(1010)).toBe(1000);
  circuit.succeeded();
  expect(circuit.waitMs(1010)).toBe(0);
  circuit.failed(1010);
  expect(circuit.waitMs(1010)).toBe(0);
});
