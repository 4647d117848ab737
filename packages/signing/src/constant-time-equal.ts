/**
 * Compares two texts in a time that depends only on their lengths, so that an attacker cannot guess a signature character by character.
 * Texts of different lengths are unequal; the length of a signature is not secret.
 */
export function constantTimeEqual(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}
