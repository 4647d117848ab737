import { boundaryOf, MultipartError, MultipartReader } from '@semblance/wire/upload-form';

/** Fields of an upload form, and its file. */
export interface UploadForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Uint8Array | undefined;
}

const maxParts = 20;

/**
 * Reads the `multipart/form-data` body of an upload, in every variant that official clients write.
 * @param lineBreaksAfterFile  see `lineBreaksAfterFile` of `@semblance/wire`.
 * @returns `undefined` when the body is not an upload form.
 */
export function parseUploadForm(
  body: Uint8Array,
  contentType: string,
  lineBreaksAfterFile: 1 | 2 = 1,
): UploadForm | undefined {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return undefined;
  const parts = new FormParts();
  const reader = new MultipartReader(boundary, parts, lineBreaksAfterFile);
  try {
    reader.write(body);
    reader.end();
  } catch (error) {
    if (error instanceof MultipartError) return undefined;
    throw error;
  }
  return parts;
}

/** Collects the parts; the whole body is available, so each arrives in one piece. */
class FormParts implements UploadForm {
  readonly fields = new Map<string, string>();
  file: Uint8Array | undefined;
  #name = '';
  #content = new Uint8Array();
  #parts = 0;

  readonly onPart = (name: string): void => {
    this.#parts += 1;
    if (this.#parts > maxParts) throw new MultipartError(`The form has more than ${maxParts} parts.`);
    this.#name = name;
    this.#content = new Uint8Array();
  };

  readonly onData = (content: Uint8Array): void => {
    this.#content = Uint8Array.from(content);
  };

  readonly onPartEnd = (): void => {
    if (this.#name === 'file') this.file ??= this.#content;
    // The current client appends a superfluous line break to its last text.
    else this.fields.set(this.#name, new TextDecoder().decode(this.#content).trim());
  };
}
