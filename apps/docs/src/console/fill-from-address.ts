import { pairNames } from './console-words.ts';

/** Fills in the console from the page's address, so that other pages can link to a request: `?pair=same-object`. */
export async function fillFromAddress(search: string): Promise<void> {
  const pair = pairNames.findIndex((name) => name === new URLSearchParams(search).get('pair'));
  if (pair === -1) return;
  await customElements.whenDefined('semblance-console');
  document.querySelectorAll<HTMLButtonElement>('semblance-console [data-pair]')[pair]?.click();
}
