/** What a reader asked the atlas for; an empty string asks for nothing in particular. */
export interface AtlasFilter {
  readonly q: string;
  readonly status: string;
  readonly cause: string;
  readonly retry: string;
}

/** The facts of one code that can be filtered by. */
export interface AtlasFacts {
  readonly status: string;
  readonly cause: string;
  readonly retry: string;
  /** Lower-case text the words are looked up in. */
  readonly text: string;
}

/** Whether a code has all the wanted facts and contains every word of the query, in any order. */
export function matchesFilter(facts: AtlasFacts, filter: AtlasFilter): boolean {
  const agrees = (['status', 'cause', 'retry'] as const).every(
    (name) => filter[name] === '' || facts[name] === filter[name],
  );
  const words = filter.q.toLowerCase().split(/\s+/u).filter(Boolean);
  return agrees && words.every((word) => facts.text.includes(word));
}
