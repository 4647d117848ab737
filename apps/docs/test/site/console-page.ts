import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

export const examples = path.join(import.meta.dirname, '../../../../examples');

export async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  const inputs = page.locator('semblance-slot input[type="file"]');
  for (const [index, name] of names.entries()) await inputs.nth(index).setInputFiles(path.join(examples, name));
}

/** Drops a file the way a pointer does: a drop event that carries it. */
export async function drop(page: Page, slot: number, name: string): Promise<void> {
  const base64 = (await readFile(path.join(examples, name))).toString('base64');
  await page
    .locator('semblance-slot')
    .nth(slot)
    .evaluate(
      (element, file) => {
        const bytes = Uint8Array.from(atob(file.base64), (character) => character.codePointAt(0) ?? 0);
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], file.name));
        element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      { base64, name },
    );
}

export async function compare(page: Page): Promise<void> {
  await page.locator('semblance-console button[type="submit"]').click();
  await page.locator('.console-answer[data-phase="answered"]').waitFor({ timeout: 120_000 });
}

/** Waits for an error message of the page and returns it. */
export async function failure(page: Page): Promise<string> {
  await page.locator('.console-answer[data-phase="failed"]').waitFor({ timeout: 60_000 });
  const words = [page.locator('.answer-status'), page.locator('.answer-help')].map((part) => part.textContent());
  return (await Promise.all(words)).join(' ');
}

/** The answer's score as it went over the wire. */
export async function wireScore(page: Page): Promise<number> {
  const { Score } = JSON.parse((await page.locator('[data-body="json"]').textContent()) ?? '') as { Score: number };
  return Score;
}

export async function tab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
}

export async function xmlRoot(page: Page): Promise<string> {
  return page.locator('[data-body="xml"]').evaluate((element) => {
    const parsed = new DOMParser().parseFromString(element.textContent ?? '', 'text/xml');
    return parsed.querySelector('parsererror') === null ? parsed.documentElement.nodeName : 'not well-formed';
  });
}
