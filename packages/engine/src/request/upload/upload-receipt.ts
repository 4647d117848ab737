import { createHash } from 'node:crypto';

/** A finished upload. */
export interface UploadReceipt {
  readonly bytes: number;
  /** Upper-case hex. */
  readonly md5: string;
}

/** Counts and digests bytes on their way to the store. */
export function createReceipt(): { readonly add: (chunk: Uint8Array) => void; readonly finish: () => UploadReceipt } {
  const digest = createHash('md5');
  let bytes = 0;
  return {
    add: (chunk) => {
      bytes += chunk.length;
      digest.update(chunk);
    },
    finish: () => ({ bytes, md5: digest.digest('hex').toUpperCase() }),
  };
}
