/** What the codes mean that files and folders bring about. */
const meanings: Readonly<Record<string, string>> = {
  EACCES: 'this user has no right to it',
  EDQUOT: "this user's share of the disk is full",
  EEXIST: 'there is something of that name already',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'the system does not allow it',
  EROFS: 'the disk can only be read',
};

/** An error of a file or folder in words, with the system's code: `there is no such file or folder (ENOENT)`. Others by their message. */
export function systemErrorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) return error.message;
  const meaning = meanings[code];
  return meaning === undefined ? code : `${meaning} (${code})`;
}
