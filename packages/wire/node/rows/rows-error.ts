/** A file of rows cannot be used; the message names the file and says what is wrong with it. */
export class RowsError extends Error {
  override readonly name = 'RowsError';
}
