/**
 * Whether `text` matches a RAM pattern: `*` matches any characters, `?` exactly one. All positions in the pattern are tracked at once, so
 * there is no backtracking.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  return follow(pattern, startOf(pattern), text).has(pattern.length);
}

/** Whether the pattern matches `before`, some text without a colon, and `after` in sequence. */
export function matchesBetween(before: string, after: string, pattern: string): boolean {
  const reached = skipField(pattern, follow(pattern, startOf(pattern), before));
  return follow(pattern, reached, after).has(pattern.length);
}

/** Positions in a pattern up to which a text has matched. */
type Places = Set<number>;

function startOf(pattern: string): Places {
  return withEmptyStars(pattern, new Set([0]));
}

/**
 * Adds positions after stars, which may match nothing. Positions before a reached star are dropped, because it covers them. A set may grow
 * while it is iterated.
 */
function withEmptyStars(pattern: string, places: Places): Places {
  let star = -1;
  for (const place of places) {
    if (pattern[place] !== '*') continue;
    places.add(place + 1);
    star = Math.max(star, place);
  }
  for (const place of places) if (place < star) places.delete(place);
  return places;
}

function follow(pattern: string, from: Places, text: string): Places {
  let places = from;
  for (let at = 0; at < text.length && places.size > 0; at += 1) {
    const next: Places = new Set();
    for (const place of places) {
      const symbol = pattern[place];
      if (symbol === '*') next.add(place);
      else if (symbol === '?' || symbol === text[at]) next.add(place + 1);
    }
    places = withEmptyStars(pattern, next);
  }
  return places;
}

/** All positions reachable with some text without a colon. */
function skipField(pattern: string, from: Places): Places {
  const places = new Set(from);
  for (const place of places) if (place < pattern.length && pattern[place] !== ':') places.add(place + 1);
  return places;
}
