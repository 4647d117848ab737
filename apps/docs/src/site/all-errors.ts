import { errorCatalog, uploadErrors } from '@semblance/spec/error-catalog';
import type { ErrorEntry } from '@semblance/spec/error-catalog';

/** Every code with a page of its own, operation first, then gateway, then upload form. */
export const allErrors: readonly ErrorEntry[] = [...Object.values(errorCatalog), ...Object.values(uploadErrors)];

/** Path of the page that explains `entry`, from the site's root. */
export function errorPath(entry: ErrorEntry): string {
  return `/errors/${entry.slug}/`;
}

/** Other codes with the same cause, in catalogue order. */
export function relatedErrors(entry: ErrorEntry): readonly ErrorEntry[] {
  return allErrors.filter((other) => other.slug !== entry.slug && other.cause === entry.cause);
}
