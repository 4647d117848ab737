/** Writing answers, JSON and XML. */
export { failureMessage, type FailureMessageInput } from '../src/failure-message.ts';
export {
  renderFailure,
  renderPostResponse,
  renderResult,
  renderSuccess,
  renderUploadAuthorization,
  type PostResponse,
  type RenderedAnswer,
} from '../src/render.ts';
