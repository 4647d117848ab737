import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileContract } from '../emit/contract.ts';
import { limitValues } from '../emit/limit-values.ts';
import { limitTexts } from '../emit/placeholders.ts';

const limits = limitValues(await compileContract());

/** The numbers in a text, without the commas between their digits. */
function numbersIn(text: string): readonly number[] {
  return (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(',', '')));
}

test('both languages state a limit exactly, whatever its value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 3_600_000 }), (bytes, milliseconds) => {
      const texts = limitTexts({ ...limits, pictureMaxBytes: bytes, transferTimeoutMs: milliseconds });
      for (const language of ['en', 'zh'] as const) {
        expect(numbersIn(texts['pictureMaxBytes']?.[language] ?? '')).toEqual([bytes]);
        expect(numbersIn(texts['transferTimeout']?.[language] ?? '')).toEqual([milliseconds / 1000]);
      }
    }),
  );
});

test('no text of a limit is empty, and both languages state the same numbers', () => {
  for (const [name, { en, zh }] of Object.entries(limitTexts(limits))) {
    expect([name, en.trim() === '' || zh.trim() === '']).toEqual([name, false]);
    expect([name, numbersIn(zh)]).toEqual([name, numbersIn(en)]);
  }
});
