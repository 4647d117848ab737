/** Values that were used last, by name. */
export interface LastUsed<Value> {
  readonly get: (name: string) => Value | undefined;
  readonly put: (name: string, value: Value) => void;
}

/** How much is kept. */
export interface LastUsedOptions<Value> {
  /** The sum of all sizes, at most. */
  readonly most: number;
  /** Size of a value, which is asked for once; each counts one without it. */
  readonly sizeOf?: (value: Value) => number;
}

/**
 * Keeps values within a bound; the least recently used go first. One that is larger than the whole bound is not kept, and drives nothing out.
 */
export function createLastUsed<Value>({ most, sizeOf = () => 1 }: LastUsedOptions<Value>): LastUsed<Value> {
  // A Map keeps its keys in the order in which they were put in.
  const kept = new Map<string, { readonly value: Value; readonly size: number }>();
  let keptSize = 0;
  const remove = (name: string): void => {
    keptSize -= kept.get(name)?.size ?? 0;
    kept.delete(name);
  };
  return {
    get: (name) => {
      const entry = kept.get(name);
      if (entry === undefined) return undefined;
      kept.delete(name);
      kept.set(name, entry);
      return entry.value;
    },
    put: (name, value) => {
      remove(name);
      const size = sizeOf(value);
      if (size > most) return;
      kept.set(name, { value, size });
      keptSize += size;
      for (const oldest of kept.keys()) {
        if (keptSize <= most) return;
        remove(oldest);
      }
    },
  };
}
