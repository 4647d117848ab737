/** The same text in English and Chinese. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** A language of the contract's texts. */
export type Language = keyof Bilingual;
