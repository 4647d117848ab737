/** The upload form of the Advance call, as both servers read it. */
export { lineBreaksAfterFile, uploadProductFault, uploadRefusals, type UploadRefusal } from '../src/upload-form.ts';
