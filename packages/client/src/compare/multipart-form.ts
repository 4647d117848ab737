/** A file upload as a form. */
export interface MultipartForm {
  readonly contentType: string;
  /** The form in pieces; the file is one of them, not copied. */
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** Content of the form: text fields in order, then the file. The store ignores fields after the file. */
export interface MultipartContent {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly fileName: string;
  readonly file: Uint8Array<ArrayBuffer>;
}

/**
 * Writes `multipart/form-data`, with every delimiter on a line of its own, so that the file's bytes arrive exactly.
 * @param boundary  up to 70 characters that do not occur in the content, e.g. random ones.
 * @source RFC 7578, section 4; RFC 2046, section 5.1.1.
 */
export function multipartForm({ fields, fileName, file }: MultipartContent, boundary: string): MultipartForm {
  const encoder = new TextEncoder();
  const texts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  );
  const fileHead = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(fileName)}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const head = encoder.encode(texts.join('') + fileHead);
  const tail = encoder.encode(`\r\n--${boundary}--\r\n`);
  return { contentType: `multipart/form-data; boundary=${boundary}`, pieces: [head, file, tail] };
}

/** Escapes a name like browsers: quotes and line ends would end the parameter. */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
