/** A moment as both signatures write it: `YYYY-MM-DDThh:mm:ssZ`, UTC, whole seconds. */
export function formatTimestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
