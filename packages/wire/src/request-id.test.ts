import { expect, test } from 'vitest';
import { createRequestId } from './request-id.ts';

test('is an upper-case UUID, different each time', () => {
  const first = createRequestId();
  expect(first).toMatch(/^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  expect(createRequestId()).not.toBe(first);
  expect(createRequestId(() => 'b3137727-7d6e-488c-ba21-0e034c38a879')).toBe('B3137727-7D6E-488C-BA21-0E034C38A879');
});
