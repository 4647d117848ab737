import { serviceTypes } from '@semblance/spec/limits';
import { expect, test } from 'vitest';
import { fittingSize } from './fit-picture.ts';

test.each([
  ['large', [6000, 3000], 'generic', [2048, 1024]],
  ['small', [50, 80], 'generic', [100, 160]],
  ['already right', [640, 480], 'generic', [640, 480]],
  ['a long strip', [9000, 90], 'generic', [4096, 100]],
  ['small for fabric', [300, 400], 'fabric', [448, 597]],
] as const)('%s', (_, [width, height], type, expected) => {
  const fitted = fittingSize(width, height, serviceTypes[type]);
  expect([fitted.width, fitted.height]).toEqual(expected);
});
