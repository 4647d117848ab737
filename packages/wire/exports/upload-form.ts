/** The upload form of the Advance call, read the same way by both servers. */
export { lineBreaksAfterFile, uploadProductFault, uploadRefusals, type UploadRefusal } from '../src/upload-form.ts';
export { boundaryOf, MultipartError, MultipartReader } from '../src/multipart-reader.ts';
export type { MultipartHandler } from '../src/multipart-reader.ts';
