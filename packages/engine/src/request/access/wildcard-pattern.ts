/**
 * Whether `text` fits `pattern` as RAM reads patterns: `*` stands for any characters, `?` for one.
 * All places of the pattern are followed at once, so no pattern makes it backtrack.
 */
export function matchesPattern(text: string, pattern: string): boolean {
  return follow(pattern, startOf(pattern), text).has(pattern.length);
}

/** Whether some text without a colon, put between `before` and `after`, makes a text that fits the pattern. */
export function matchesBetween(before: string, after: string, pattern: string): boolean {
  const reached = skipField(pattern, follow(pattern, startOf(pattern), before));
  return follow(pattern, reached, after).has(pattern.length);
}

/** Places in a pattern: a text has fitted everything before each of them. */
type Places = Set<number>;

function startOf(pattern: string): Places {
  return withEmptyStars(pattern, new Set([0]));
}

/**
 * A `*` may also stand for nothing. Once one is reached, places before it add nothing: whatever they could lead to, it
 * can reach as well. A set takes what is added while it is walked.
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

/** Every place that some text without a colon leads to. */
function skipField(pattern: string, from: Places): Places {
  const places = new Set(from);
  for (const place of places) if (place < pattern.length && pattern[place] !== ':') places.add(place + 1);
  return places;
}
