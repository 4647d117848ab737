import { serviceTypes } from '@semblance/spec/limits';
import { expect, test } from 'vitest';
import { fittingSize } from './fit-picture.ts';

test.each([
  { name: 'large', size: [6000, 3000], type: 'generic', expected: [2048, 1024] },
  { name: 'small', size: [50, 80], type: 'generic', expected: [100, 160] },
  { name: 'already right', size: [640, 480], type: 'generic', expected: [640, 480] },
  { name: 'a long strip', size: [9000, 90], type: 'generic', expected: [4096, 100] },
  { name: 'small for fabric', size: [300, 400], type: 'fabric', expected: [448, 597] },
] as const)('$name', ({ size: [width, height], type, expected }) => {
  const fitted = fittingSize(width, height, serviceTypes[type]);
  expect([fitted.width, fitted.height]).toEqual(expected);
});
