/** Patterns that identify a code reliably: a JSON or XML answer, an exception's text, a log line. */
const codePlaces = [
  /"Code"\s*:\s*"(?<code>[A-Za-z][\w.]*)"/gu,
  /<Code>\s*(?<code>[A-Za-z][\w.]*)\s*<\/Code>/gu,
  /\b(?:error_?code|code)\b["']?\s*[:=]\s*["']?(?<code>[A-Za-z][\w.]*)/giu,
];

/**
 * The known codes named in a text, those in an answer's `Code` first. Letter case matters only for codes of one word (`Throttling`), which
 * may also be everyday words.
 */
export function namedCodes(text: string, codes: readonly string[]): readonly string[] {
  const byLowerCase = new Map(codes.map((code) => [code.toLowerCase(), code]));
  const known = (name: string): readonly string[] => {
    const code = byLowerCase.get(name.toLowerCase().replace(/\.$/u, ''));
    return code === undefined || (isEverydayWord(code) && !name.startsWith(code)) ? [] : [code];
  };
  const placed = codePlaces.flatMap((place) =>
    [...text.matchAll(place)].flatMap(({ groups }) => known(groups?.['code'] ?? '')),
  );
  const mentioned = [...text.matchAll(/[A-Za-z][\w.]*\w/gu)].flatMap(([name]) => known(name));
  return [...new Set([...placed, ...mentioned])];
}

function isEverydayWord(code: string): boolean {
  return /^[A-Z][a-z]+$/u.test(code);
}

/** Whether a text is a request rather than an answer: curl, a raw request, or a signature's own headers. */
export function looksLikeRequest(text: string): boolean {
  const start = text.trimStart();
  if (/^(?:POST|GET|PUT|DELETE)\s+\S+(?:\s+HTTP\/|$)/mu.test(start)) return true;
  return /^(?:\$ )?curl\s/u.test(start) || /\bACS3-HMAC-\w+\s+Credential=/u.test(text);
}

/** An HTTP status the text names, as in `code: 400` or `403 DeniedRequest`. */
export function quotedStatus(text: string): number | undefined {
  const found = /(?:^|[^\w.-])(?<status>[45]\d\d)(?![\w-])/u.exec(text)?.groups?.['status'];
  return found === undefined ? undefined : Number(found);
}
