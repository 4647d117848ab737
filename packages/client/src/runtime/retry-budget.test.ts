import { expect, test } from 'vitest';
import { createRetryBudget } from './retry-budget.ts';

function takeAll(budget: ReturnType<typeof createRetryBudget>): number {
  let taken = 0;
  while (budget.take()) taken += 1;
  return taken;
}

test('twenty retries, then one for five successes, and never more than twenty', () => {
  const budget = createRetryBudget();
  expect(takeAll(budget)).toBe(20);
  for (let success = 0; success < 10; success += 1) budget.succeeded();
  expect(takeAll(budget)).toBe(2);
  for (let success = 0; success < 1000; success += 1) budget.succeeded();
  expect(takeAll(budget)).toBe(20);
});
