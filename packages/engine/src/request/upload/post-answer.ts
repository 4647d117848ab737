import { uploadErrors } from '@semblance/spec/error-catalog';
import { applicationXmlAnswer } from '@semblance/wire';
import { renderFailure, renderPostResponse } from '@semblance/wire/render';
import type { HttpAnswer } from '../edge/node-http.ts';
import type { Result } from '../../result.ts';
import type { PostedObject, UploadFailure } from './post-object.ts';

/** Answers an upload like object storage: XML, or an empty body if the form requests it. */
export function postAnswer(
  result: Result<PostedObject, UploadFailure>,
  { requestId, hostId }: { readonly requestId: string; readonly hostId: string },
): HttpAnswer {
  const headers = {
    'x-acs-request-id': requestId,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': '*',
  };
  if (!result.ok) {
    const { httpStatus, message } = uploadErrors[result.failure.code];
    const Message = result.failure.detail === undefined ? message : `${message} ${result.failure.detail}`;
    const envelope = { RequestId: requestId, HostId: hostId, Code: result.failure.code, Message };
    const { contentType, body } = renderFailure(envelope, applicationXmlAnswer);
    return { status: httpStatus, headers: { ...headers, 'content-type': contentType }, body };
  }
  const { object, md5, status } = result.value;
  const etag = `"${md5}"`;
  if (status !== 201) return { status, headers: { ...headers, etag }, body: '' };
  const [bucket = ''] = object.authority.split('.', 1);
  const location = `http://${object.authority}/${object.key}`;
  const { contentType, body } = renderPostResponse({ Bucket: bucket, Location: location, Key: object.key, ETag: etag });
  return { status, headers: { ...headers, 'content-type': contentType, etag }, body };
}
