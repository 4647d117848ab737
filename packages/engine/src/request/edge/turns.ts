/** Lets each of several parties do one thing in a turn of the event loop. */
export interface Turns {
  /** Does it now where the party has done nothing in this turn, else in a later one, in the order in which it was asked. */
  readonly take: (party: string, work: () => void) => void;
}

/** @param nextTurn  plans work for the next turn; injected by tests */
export function createTurns(nextTurn: (work: () => void) => void = setImmediate): Turns {
  /** What waits, by party; a party without anything has done nothing in this turn. */
  const lines = new Map<string, (() => void)[]>();
  const goOn = (party: string): void => {
    const work = lines.get(party)?.shift();
    if (work === undefined) lines.delete(party);
    else nextTurn(() => goOn(party));
    work?.();
  };
  return {
    take: (party, work) => {
      const line = lines.get(party);
      if (line !== undefined) return void line.push(work);
      lines.set(party, []);
      nextTurn(() => goOn(party));
      work();
    },
  };
}
