import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { convertShippedModel } from './build-model.ts';
import { modelSha256 } from '../../packages/engine/src/model/model-identity.ts';

test('the conversion gives the known bytes', async () => {
  const bytes = await convertShippedModel();
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(modelSha256);
});
