/** A fenced block of a Markdown text. */
export interface CodeBlock {
  /** As after the fence: `sh`, `js` … */
  readonly language: string;
  /** Of `file=NAME` after the language: the file that a reader is to write. */
  readonly file: string | undefined;
  readonly code: string;
}

/** All fenced blocks of a Markdown text, in order. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  const fence = /^```(?<language>\w+)(?: file=(?<file>\S+))?\n(?<code>.*?)^```$/gms;
  return [...markdown.matchAll(fence)].map(({ groups = {} }) => ({
    language: groups['language'] ?? '',
    file: groups['file'],
    code: groups['code'] ?? '',
  }));
}
