/** An authorised upload. */
export interface Upload {
  readonly objectKey: string;
  /** `Bucket.Endpoint` as advertised, port included. */
  readonly host: string;
  readonly accessKeyId: string | undefined;
  readonly policy: string;
  readonly signature: string;
  readonly uploadAccessKeyId: string;
  readonly expiresAtMs: number;
  /** The picture, once posted. */
  readonly bytes: Uint8Array | undefined;
}

/** Pictures of the Advance flow, kept from the upload to the comparison. */
export interface UploadStore {
  readonly add: (upload: Upload) => void;
  readonly find: (objectKey: string) => Upload | undefined;
  /** Whether uploads were authorised for this host, so that the mock answers requests to it. */
  readonly servesHost: (host: string) => boolean;
  readonly put: (objectKey: string, bytes: Uint8Array) => void;
  readonly remove: (objectKey: string) => void;
  /** Number of live uploads, authorised or stored. */
  readonly size: (nowMs: number) => number;
}

/** Limits of the store, beyond which the oldest uploads are dropped. */
const maxUploads = 1000;
const maxStoredBytes = 256 * 1024 * 1024;

/** An empty store. */
export function createUploadStore(): UploadStore {
  const uploads = new Map<string, Upload>();
  const hosts = new Set<string>();
  const dropExpired = (nowMs: number): void => {
    for (const [key, { expiresAtMs }] of uploads) if (expiresAtMs <= nowMs) uploads.delete(key);
  };
  return {
    add: (upload) => {
      const [oldest] = uploads.keys();
      if (uploads.size >= maxUploads && oldest !== undefined) uploads.delete(oldest);
      uploads.set(upload.objectKey, upload);
      hosts.add(upload.host);
    },
    find: (objectKey) => uploads.get(objectKey),
    servesHost: (host) => hosts.has(host),
    put: (objectKey, bytes) => {
      const upload = uploads.get(objectKey);
      if (upload === undefined) return;
      uploads.set(objectKey, { ...upload, bytes });
      dropOldest(uploads, objectKey);
    },
    remove: (objectKey) => {
      uploads.delete(objectKey);
    },
    size: (nowMs) => {
      dropExpired(nowMs);
      return uploads.size;
    },
  };
}

function dropOldest(uploads: Map<string, Upload>, newest: string): void {
  let storedBytes = 0;
  for (const { bytes } of uploads.values()) storedBytes += bytes?.length ?? 0;
  for (const [key, { bytes }] of uploads) {
    if (storedBytes <= maxStoredBytes) return;
    if (key !== newest && uploads.delete(key)) storedBytes -= bytes?.length ?? 0;
  }
}
