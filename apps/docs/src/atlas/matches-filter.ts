/** Filters chosen by the reader; an empty string matches everything. */
export interface AtlasFilter {
  readonly status: string;
  readonly cause: string;
  readonly retry: string;
}

/** The facts of one code that can be filtered by. */
export type AtlasFacts = AtlasFilter;

/** Whether a code has all the wanted facts. */
export function matchesFilter(facts: AtlasFacts, filter: AtlasFilter): boolean {
  return (['status', 'cause', 'retry'] as const).every((name) => filter[name] === '' || facts[name] === filter[name]);
}
