/** A search result: the page of a code, or another page. */
export interface FinderEntry {
  /** Address on this site, in the reader's language. */
  readonly path: string;
  /** The code, or the page's title. */
  readonly title: string;
  readonly kind: 'code' | 'page';
  /** One sentence: what to do about the code, or what the page is for. Backticks mark code. */
  readonly hint: string;
  /** Search terms in both languages. */
  readonly terms: readonly string[];
  /** Further text that is searched. */
  readonly text: string;
  /** Codes only. */
  readonly status?: number;
  /** Codes only: the message on the wire. */
  readonly message?: string;
  /** Family of the code. */
  readonly family?: 'operation' | 'gateway' | 'upload';
  /** Whether the signature lab can help. */
  readonly signature?: boolean;
}

/** The kind of a text and the entries found. */
export interface Finding {
  /** `code`: the text names a code or quotes its message. `request`: it is a request, for the lab. `words`: neither. */
  readonly kind: 'code' | 'request' | 'words';
  /** Best first. */
  readonly entries: readonly FinderEntry[];
}
