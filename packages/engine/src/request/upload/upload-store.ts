/** An address that was given out. */
export interface UploadedObject {
  readonly key: string;
  readonly principalId: string;
  /** Host, and port if any, under which it was issued. */
  readonly authority: string;
  /** `issued`: may be uploaded once. `uploading`: in progress. `stored`: readable. */
  readonly state: 'issued' | 'uploading' | 'stored';
  /** Of the picture, once it is stored. */
  readonly bytes: number;
}

/** What an address is issued for, and how many its account and its holder may have at once. */
export interface IssueRequest {
  readonly principalId: string;
  readonly account: string;
  /** Who it counts for within the account. */
  readonly holder: string;
  readonly authority: string;
  readonly accountQuota: number;
  readonly holderQuota: number;
}

/** A key, or what is full: all that the store gives out, or the part of the account or of the holder. */
export type IssueResult =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly full: 'store' | 'account' | 'holder'; readonly limit: number };

/** The one upload of an issued address, as its bytes come. */
export interface UploadWriter {
  readonly object: UploadedObject;
  /** Takes bytes on. @returns false when there is no room for them. */
  readonly write: (chunk: Uint8Array) => boolean;
  /** Waits until what was written has found its place. @failure the store's error */
  readonly flushed: (signal: AbortSignal) => Promise<void>;
  /** Makes the picture readable. @failure the store's error */
  readonly finish: (signal: AbortSignal) => Promise<void>;
  /** Forgets the address and what was written. */
  readonly abandon: () => Promise<void>;
}

/** Why an address cannot be uploaded to. */
export type BeginFault = 'unknown' | 'used';

/**
 * Where addresses for uploads and the pictures behind them are kept, each for as long as the configuration says. One process keeps them on its disk; several share
 * a store. Methods reject when the store fails.
 */
export interface UploadStore {
  readonly issue: (request: IssueRequest) => Promise<IssueResult>;
  /** Takes an issued address for its one upload; of two at once one gets it. */
  readonly begin: (key: string) => Promise<UploadWriter | BeginFault>;
  /** A live address. */
  readonly find: (key: string) => Promise<UploadedObject | undefined>;
  /** Bytes of a stored picture; rejects when they are other bytes than were stored. */
  readonly read: (object: UploadedObject, signal: AbortSignal) => Promise<Uint8Array>;
  /** Forgets an address and deletes its picture. */
  readonly remove: (object: UploadedObject) => Promise<void>;
  /** Bytes held, as far as this process knows. */
  readonly storedBytes: () => number;
  /** Signs the policies of uploads; engines that share a store share the secret. */
  readonly policySecret: () => Promise<PolicySecret>;
  readonly close: () => Promise<void>;
  /** The same at once, for a process that ends now. */
  readonly abandon: () => void;
}

/** What upload policies are signed with. */
export interface PolicySecret {
  readonly accessKeyId: string;
  readonly secret: Buffer;
}
