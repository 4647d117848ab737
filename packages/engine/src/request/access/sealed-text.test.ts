import { expect, test } from 'vitest';
import { openSealedText, sealText } from './sealed-text.ts';

test('a sealed text opens only with its secret and for its purpose', () => {
  const sealed = sealText('who, what, why', 'secret', 'diagnostic-message');
  expect(openSealedText(sealed, 'secret', 'diagnostic-message')).toBe('who, what, why');
  expect(openSealedText(sealed, 'another', 'diagnostic-message')).toBeUndefined();
  expect(openSealedText(sealed, 'secret', 'security-token')).toBeUndefined();
});

test('it can be a command-line argument without quoting', () => {
  const firstCharacters = Array.from({ length: 2000 }, () => sealText('x', 'secret', 'security-token')[0]);
  expect(firstCharacters).not.toContain('-');
  expect(new Set(firstCharacters).size).toBeGreaterThan(20);
});
