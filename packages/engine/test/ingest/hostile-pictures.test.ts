import { expect, test } from 'vitest';
import type { OperationErrorCode } from '@semblance/spec/error-policy';
import { contentCode } from '@semblance/picture';
import { ingestPicture } from '../../src/ingest/ingest-picture.ts';
import type { IngestFailure } from '../../src/ingest/ingest-failure.ts';
import { codeAsSecondary } from '../pictures/hostile-picture.ts';
import { hostilePictures } from '../pictures/hostile-pictures.ts';

type Which = 'primary' | 'secondary';

/** What the response stage makes of a failure. */
function codeOf(failure: IngestFailure, which: Which): OperationErrorCode {
  switch (failure.reason) {
    case 'refused':
      return failure.code;
    case 'corrupt':
      return contentCode(which);
    case 'unsupported-variant':
      return 'UnsupportedPictureFormat';
    case 'too-slow':
      return 'ExtractFeatureTimeout';
  }
}

test.each(hostilePictures)('$name: $expectedCode', async ({ bytes, expectedCode }) => {
  const file = await bytes();
  for (const which of ['primary', 'secondary'] as const) {
    const ingested = await ingestPicture(file, { which });
    const code = ingested.ok ? null : codeOf(ingested.failure, which);
    expect(code).toBe(which === 'primary' ? expectedCode : codeAsSecondary(expectedCode));
  }
});

test('names are unique', () => {
  expect(new Set(hostilePictures.map(({ name }) => name)).size).toBe(hostilePictures.length);
});
