/** Writing answers, JSON and XML. */
export {
  renderFailure,
  renderPostResponse,
  renderSuccess,
  renderUploadAuthorization,
  type PostResponse,
  type RenderedAnswer,
} from '../src/render.ts';
