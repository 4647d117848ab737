/** Words as a sentence begins; Chinese stays as it is. */
export function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
