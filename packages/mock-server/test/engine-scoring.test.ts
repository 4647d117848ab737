import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createMock } from '../exports/mock.ts';
import { compareRequest, outcomeOf } from './compare-request.ts';

const example = (name: string): string =>
  readFileSync(new URL(`../../../examples/${name}`, import.meta.url)).toString('base64');

test('the engine scores pictures that the mock has checked', { timeout: 120_000 }, async () => {
  const mock = createMock({ scoring: 'engine' });
  const score = async (primary: string, secondary: string): Promise<string | number> =>
    outcomeOf(
      await mock.respond(
        compareRequest({ parameters: { PrimaryPicContent: primary, SecondaryPicContent: secondary } }),
      ),
    );
  const [left, right, other] = ['mug-daily-left.jpg', 'mug-daily-right.jpg', 'book-north-front.jpg'].map(example);
  const alike = await score(left ?? '', right ?? '');
  const unlike = await score(left ?? '', other ?? '');
  expect(await score(left ?? '', left ?? '')).toBe(1);
  expect(alike).toBeGreaterThan(Number(unlike));
  mock.use('DeniedRequest');
  expect(await score(left ?? '', right ?? '')).toBe('DeniedRequest');
  await mock.close();
});
