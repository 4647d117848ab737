/** Texts that are often served or saved instead of a model. */
const texts: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^\s*<(?:!doctype|html|\?xml|head|body)/i, 'a web page: a login, a captive portal or a wrong address'],
  [/^version https:\/\/git-lfs/, 'a pointer of Git LFS, not the file itself: fetch it with git lfs, or by URL'],
  [/^\s*[{[]/, 'JSON, perhaps an error message'],
];

/** First bytes of other kinds of files. */
const signatures: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or a PyTorch file: export it to ONNX first'],
  [[0x1f, 0x8b], 'a gzip file: unpack it first'],
  [[0x80, 0x02], 'a pickled Python object: export it to ONNX first'],
];

const lookedAt = 256;

/** Why the first bytes of a file cannot belong to a model or its weights; `undefined` if they may. */
export function noModelReason(start: Uint8Array): string | undefined {
  const text = Buffer.from(start.subarray(0, lookedAt)).toString('latin1');
  if (start.length === 0) return 'the file is empty';
  const found =
    texts.find(([pattern]) => pattern.test(text)) ??
    signatures.find(([bytes]) => bytes.every((byte, at) => start[at] === byte));
  return found === undefined ? undefined : `this is ${found[1]}`;
}
