/** Something that words or a pasted error can lead to: the page of a code, or another page. */
export interface FinderEntry {
  /** Address on this site, in the reader's language. */
  readonly path: string;
  /** The code, or the page's title. */
  readonly title: string;
  readonly kind: 'code' | 'page';
  /** One sentence: what to do about the code, or what the page is for. Backticks mark code. */
  readonly hint: string;
  /** Words that people look for it with, in both languages. */
  readonly terms: readonly string[];
  /** Further text its words may occur in. */
  readonly text: string;
  /** Codes only. */
  readonly status?: number;
  /** Codes only: the message on the wire. */
  readonly message?: string;
  /** Codes only: which of the servers' answers carry it. */
  readonly family?: 'operation' | 'gateway' | 'upload';
  /** Whether the signature lab can say more. */
  readonly signature?: boolean;
}

/** What the box was given, and where it leads. */
export interface Finding {
  /** `code`: the text names a code or quotes its message. `request`: it is a request, for the lab. `words`: neither. */
  readonly kind: 'code' | 'request' | 'words';
  /** Best first. */
  readonly entries: readonly FinderEntry[];
}
