/** An issued address. */
export interface UploadedObject {
  readonly key: string;
  readonly principalId: string;
  /** Host and optional port under which it was issued. */
  readonly authority: string;
  /** `issued`: may be uploaded once. `uploading`: in progress. `stored`: readable. */
  readonly state: 'issued' | 'uploading' | 'stored';
  /** Size of the stored picture. */
  readonly bytes: number;
}

/** Owner of an address, with the quotas of its account and holder. */
export interface IssueRequest {
  readonly principalId: string;
  readonly account: string;
  /** Holder within the account. */
  readonly holder: string;
  readonly authority: string;
  readonly accountQuota: number;
  readonly holderQuota: number;
}

/** A key, or which quota is full: that of the store, of the account or of the holder. */
export type IssueResult =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly full: 'store' | 'account' | 'holder'; readonly limit: number };

/** Writer of the upload to an issued address. */
export interface UploadWriter {
  readonly object: UploadedObject;
  /** Accepts bytes. @returns false when there is no room for them. */
  readonly write: (chunk: Uint8Array) => boolean;
  /** Waits until all bytes are written. @failure the store's error */
  readonly flushed: (signal: AbortSignal) => Promise<void>;
  /** Makes the picture readable. @failure the store's error */
  readonly finish: (signal: AbortSignal) => Promise<void>;
  /** Deletes the address and the written bytes. */
  readonly abandon: () => Promise<void>;
}

/** Why an address cannot be uploaded to. */
export type BeginFault = 'unknown' | 'used';

/**
 * Keeps addresses of uploads and their pictures for the configured time, on the disk of one process or in a store shared by several.
 * Methods reject when the store fails.
 */
export interface UploadStore {
  readonly issue: (request: IssueRequest) => Promise<IssueResult>;
  /** Begins the only upload to an issued address; of two simultaneous ones, one succeeds. */
  readonly begin: (key: string) => Promise<UploadWriter | BeginFault>;
  /** A live address. */
  readonly find: (key: string) => Promise<UploadedObject | undefined>;
  /** Bytes of a stored picture; rejects when they have changed. */
  readonly read: (object: UploadedObject, signal: AbortSignal) => Promise<Uint8Array>;
  /** Forgets an address and deletes its picture. */
  readonly remove: (object: UploadedObject) => Promise<void>;
  /** Bytes held, as known to this process. */
  readonly storedBytes: () => number;
  /** Secret for the policies of uploads, shared by engines with a common store. */
  readonly policySecret: () => Promise<PolicySecret>;
  readonly close: () => Promise<void>;
  /** Like `close`, synchronously, for a process that exits now. */
  readonly abandon: () => void;
}

/** Secret for upload policies. */
export interface PolicySecret {
  readonly accessKeyId: string;
  readonly secret: Buffer;
}
