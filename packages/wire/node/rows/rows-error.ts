/** A file of rows that cannot be used; the message names the file and says what it lacks, for the person who gave it. */
export class RowsError extends Error {
  override readonly name = 'RowsError';
}
