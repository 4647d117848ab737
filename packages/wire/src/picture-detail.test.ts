import { expect, test } from 'vitest';
import { readPictureDetail, writePictureDetail } from './picture-detail.ts';

test.each(['primary', 'secondary', undefined] as const)(
  'what is written of the %s picture is read again',
  (picture) => {
    for (const detail of ['The file is damaged: it ends early.', 'Primary picture', undefined]) {
      const text = writePictureDetail({ picture, detail });
      expect(readPictureDetail(text ?? null)).toEqual({ picture, detail });
    }
  },
);

test('a detail without a role, or no detail, names no picture', () => {
  expect(readPictureDetail('The picture is empty.')).toEqual({ picture: undefined, detail: 'The picture is empty.' });
  expect(readPictureDetail('')).toEqual({ picture: undefined, detail: undefined });
  expect(readPictureDetail(null)).toEqual({ picture: undefined, detail: undefined });
});
