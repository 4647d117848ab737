/** Formats a moment as both signatures require: `YYYY-MM-DDThh:mm:ssZ`, UTC, whole seconds. */
export function formatTimestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
