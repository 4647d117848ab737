/** Shortest word that may be a misspelling of another, in letters. */
const guessableLength = 5;

/** Shortest word that may be the beginning of another, in letters. */
const prefixLength = 3;

/** The known word that begins with an unknown one or differs from it by one letter; `undefined` if there is none. */
export function closestWord(word: string, known: Iterable<string>): string | undefined {
  if (!/^[a-z]+$/u.test(word) || word.length < prefixLength) return undefined;
  let near: string | undefined;
  for (const candidate of known) {
    if (candidate.startsWith(word)) return candidate;
    if (near === undefined && word.length >= guessableLength && differsByOne(word, candidate)) near = candidate;
  }
  return near;
}

/** Whether two words differ by one inserted, deleted, replaced or transposed letter. */
function differsByOne(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1 || !/^[a-z]+$/u.test(right)) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const [restLeft, restRight] = [left.slice(start), right.slice(start)];
  if (restLeft.slice(1) === restRight.slice(1)) return true;
  if (restLeft.slice(1) === restRight || restLeft === restRight.slice(1)) return true;
  return restLeft.slice(2) === restRight.slice(2) && restLeft[0] === restRight[1] && restLeft[1] === restRight[0];
}
