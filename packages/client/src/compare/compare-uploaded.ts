import { isApiError } from '../errors/api-error.ts';
import type { Call } from '../runtime/call.ts';
import type { Form } from '../runtime/operation-request.ts';
import { uploadedForm } from './plan-transfer.ts';
import type { PicturePair } from './plan-transfer.ts';
import { uploadPicture } from './upload-picture.ts';

/** A comparison whose pictures are uploaded first. */
export interface UploadedComparison<Answer> {
  readonly pictures: PicturePair;
  readonly instanceName: string;
  /** Sends the form that names the uploaded pictures, with retries. */
  readonly send: (form: Form) => Promise<Answer>;
}

/**
 * Uploads both pictures at the same time and compares them.
 *
 * A store keeps an uploaded picture for one comparison. If the answer of that comparison is lost, a retry finds the pictures gone; they are
 * then uploaded again, once.
 */
export async function compareUploaded<Answer>(call: Call, comparison: UploadedComparison<Answer>): Promise<Answer> {
  try {
    return await uploadAndSend(call, comparison);
  } catch (error) {
    if (!isApiError(error) || error.code !== 'PicNotExist') throw error;
    return uploadAndSend(call, comparison);
  }
}

async function uploadAndSend<Answer>(
  call: Call,
  { pictures: { primary, secondary }, instanceName, send }: UploadedComparison<Answer>,
): Promise<Answer> {
  const addresses = await Promise.all([
    uploadPicture(call, 'primary', primary),
    uploadPicture(call, 'secondary', secondary),
  ]);
  return send(uploadedForm(instanceName, addresses));
}
