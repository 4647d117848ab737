import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { CapacityFile } from './capacity-file.ts';
import { plannedCores, plannedPairs, planFor } from './plan.ts';
import { madePages } from './write-pages.ts';

const kept = path.join(import.meta.dirname, 'generated/capacity.json');

async function keptFile(): Promise<CapacityFile> {
  return JSON.parse(await readFile(kept, 'utf8')) as CapacityFile;
}

/** The formatter pads tables and breaks nothing else. */
const plain = (text: string): string => text.replaceAll(/ {2,}/g, ' ').replaceAll(/-{3,}/g, '---');

test('the pages of the documentation are those of the committed results', async () => {
  const file = await keptFile();
  const plans = plannedPairs.map((pairs) => planFor(file, pairs, plannedCores));
  for (const made of madePages(file, plans)) expect(plain(await readFile(made.file, 'utf8'))).toBe(plain(made.text));
});

test('the pictures can be drawn', async () => {
  for (const { file, text } of madePages(await keptFile(), []).filter((made) => made.file.endsWith('.svg'))) {
    const { width, height } = await sharp(Buffer.from(text)).metadata();
    expect({ file, width, height }).toEqual({ file, width: 760, height: 380 });
  }
});

test('a plan is enough for what is asked, never more than one machine too many, and its queue fits its deadline', async () => {
  const file = await keptFile();
  for (const cores of [1, 4, 8]) {
    for (const pairs of [1, 17, 300]) {
      const { machines, coresEach, queueLength, requestMs, workersEach } = planFor(file, pairs, cores);
      const each = file.machines.find((machine) => machine.cores === coresEach)?.pairsPerSecond ?? Number.NaN;
      expect(coresEach).toBeLessThanOrEqual(cores);
      expect(machines * each * 0.7).toBeGreaterThanOrEqual(pairs);
      expect((machines - 1) * each * 0.7).toBeLessThan(pairs);
      expect((1000 * queueLength) / each).toBeLessThan(requestMs);
      expect(workersEach).toBe(coresEach);
    }
  }
  expect(planFor(file, 1, 8).coresEach).toBe(1);
  expect(() => planFor(file, 5, 7)).toThrow('one of 1, 2, 4, 8, 16, 32');
});
