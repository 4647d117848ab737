/** Fields of an upload form, and its file. */
export interface UploadForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Uint8Array | undefined;
}

const maxParts = 20;
const maxHeaderBytes = 8192;
const dash = 0x2d;
const cr = 0x0d;
const lf = 0x0a;
const latin1 = new TextDecoder('latin1');

/**
 * Reads the `multipart/form-data` body of an upload, in every shape that official clients write: most end the file with
 * CRLF and the boundary as RFC 2046 wants it, Node's 4.x leaves that CRLF out, Go's writes two. A part therefore ends at
 * the first `--boundary` followed by CRLF or `--`, one CRLF in front of it is dropped if there is one, and after the file
 * as many as its sender writes.
 * @param lineBreaksAfterFile  see `lineBreaksAfterFile` of `@semblance/wire`.
 * @returns `undefined` when the body is not such a form.
 */
export function parseUploadForm(
  body: Uint8Array,
  contentType: string,
  lineBreaksAfterFile: 1 | 2 = 1,
): UploadForm | undefined {
  const boundary = /\bboundary="?(?<boundary>[^";,\s]{1,200})/i.exec(contentType)?.groups?.['boundary'];
  if (boundary === undefined) return undefined;
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  const fields = new Map<string, string>();
  let file: Uint8Array | undefined;
  let mark = findDelimiter(body, delimiter, 0);
  for (let parts = 0; mark !== undefined && !mark.final; parts += 1) {
    const part = readPart(body, mark.end);
    const next = part === undefined ? undefined : findDelimiter(body, delimiter, part.dataStart);
    if (part === undefined || next === undefined || parts === maxParts) return undefined;
    const most = part.name === 'file' ? lineBreaksAfterFile : 1;
    let dataEnd = next.start;
    for (let count = 0; count < most; count += 1) dataEnd = withoutLineBreak(body, part.dataStart, dataEnd);
    const data = body.subarray(part.dataStart, dataEnd);
    if (part.name === 'file') file ??= data;
    // The current client ends its last text with a line break too many.
    else fields.set(part.name, new TextDecoder().decode(data).trim());
    mark = next;
  }
  return mark === undefined ? undefined : { fields, file };
}

interface Delimiter {
  readonly start: number;
  /** Just after the delimiter's line. */
  readonly end: number;
  readonly final: boolean;
}

function findDelimiter(body: Uint8Array, delimiter: Uint8Array, from: number): Delimiter | undefined {
  const first = delimiter[0] ?? dash;
  for (let start = body.indexOf(first, from); start !== -1; start = body.indexOf(first, start + 1)) {
    const end = start + delimiter.length;
    if (delimiter.every((byte, index) => body[start + index] === byte)) {
      if (body[end] === cr && body[end + 1] === lf) return { start, end: end + 2, final: false };
      if (body[end] === dash && body[end + 1] === dash) return { start, end: end + 2, final: true };
    }
  }
  return undefined;
}

function readPart(body: Uint8Array, start: number): { readonly name: string; readonly dataStart: number } | undefined {
  const head = latin1.decode(body.subarray(start, start + maxHeaderBytes));
  const headerEnd = head.indexOf('\r\n\r\n');
  const name = /^content-disposition:[^\r\n]*?[;\s]name="(?<name>[^"\r\n]*)"/im.exec(head.slice(0, headerEnd))
    ?.groups?.['name'];
  return headerEnd === -1 || name === undefined ? undefined : { name, dataStart: start + headerEnd + 4 };
}

function withoutLineBreak(body: Uint8Array, start: number, end: number): number {
  return end - 2 >= start && body[end - 2] === cr && body[end - 1] === lf ? end - 2 : end;
}
