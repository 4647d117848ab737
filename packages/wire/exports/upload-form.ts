/** The upload form of the Advance call, as both servers read it. */
export { lineBreaksAfterFile, uploadProductFault, uploadRefusals, type UploadRefusal } from '../src/upload-form.ts';
export { boundaryOf, MultipartError, MultipartReader } from '../src/multipart-reader.ts';
export type { MultipartHandler } from '../src/multipart-reader.ts';
