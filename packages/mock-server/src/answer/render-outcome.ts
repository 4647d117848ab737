import { adviceOnMissing, asciiText, writePictureDetail } from '@semblance/wire';
import { errorCatalog, uploadErrors } from '@semblance/spec/error-catalog';
import { errorPageUrl } from '@semblance/spec/error-policy';
import {
  failureMessage,
  renderFailure,
  renderPostResponse,
  renderResult,
  renderSuccess,
  renderUploadAuthorization,
} from '@semblance/wire/render';
import type { RenderedAnswer } from '@semblance/wire/render';
import type { Call } from '../call/call.ts';
import type { MockReply } from './mock-reply.ts';
import type { FailureOutcome, Outcome } from './outcome.ts';

/** Renders an outcome in the caller's format, with the headers of every answer. */
export function renderOutcome(outcome: Outcome, call: Call): MockReply {
  const { status, rendered, headers } = render(outcome, call);
  return {
    status,
    headers: {
      'content-type': rendered.contentType,
      'x-acs-request-id': call.requestId,
      'access-control-allow-origin': '*',
      'access-control-expose-headers': '*',
      ...headers,
    },
    body: rendered.body,
    delayMs: 0,
    fault: undefined,
  };
}

interface Rendering {
  readonly status: number;
  readonly rendered: RenderedAnswer;
  readonly headers: Readonly<Record<string, string>>;
}

function render(outcome: Outcome, call: Call): Rendering {
  const { requestId: RequestId, answer } = call;
  switch (outcome.kind) {
    case 'success': {
      const { score: Score, accessDeniedDetail: AccessDeniedDetail } = outcome;
      const detail = AccessDeniedDetail === undefined ? {} : { AccessDeniedDetail };
      const result = { Score, Success: true, RequestId, Msg: 'success', ...detail, Code: 0 } as const;
      return { status: 200, rendered: renderSuccess(result, answer), headers: {} };
    }
    case 'failure':
      return renderRefusal(outcome, call);
    case 'authorization':
      return {
        status: 200,
        rendered: renderUploadAuthorization({ ...outcome.result, RequestId }, answer),
        headers: {},
      };
    case 'example':
      return {
        status: 200,
        rendered: renderResult(outcome.action, { ...outcome.result, RequestId }, answer),
        headers: {},
      };
    case 'stored':
      return { status: outcome.status, rendered: renderStored(outcome), headers: {} };
    case 'upload-failure': {
      const { httpStatus, message } = uploadErrors[outcome.code];
      const Message = outcome.detail === undefined ? message : `${message} ${outcome.detail}`;
      const envelope = { RequestId, HostId: call.hostId, Code: outcome.code, Message };
      return { status: httpStatus, rendered: renderFailure(envelope, answer), headers: detailHeader(outcome.detail) };
    }
    case 'recorded':
      return {
        status: outcome.status,
        rendered: outcome,
        headers: { ...recordedId(outcome.body), ...outcome.headers },
      };
    case 'custom':
      return {
        status: outcome.status,
        rendered: { contentType: outcome.headers['content-type'] ?? '', body: outcome.body },
        headers: outcome.headers,
      };
    case 'own-failure': {
      const { code: Code, detail: Message } = outcome;
      const envelope = { RequestId, HostId: call.hostId, Code, Message };
      return { status: outcome.status, rendered: renderFailure(envelope, answer), headers: detailHeader(Message) };
    }
  }
}

/** The request id of a recorded body, so that the header equals the body's. */
function recordedId(body: string): Record<string, string> {
  const id = /(?:"RequestId"\s*:\s*"|<RequestId>)(?<id>[\w-]+)/.exec(body)?.groups?.['id'];
  return id === undefined ? {} : { 'x-acs-request-id': id };
}

/** Renders the answer to an upload: like object storage, 201 with a body, 200 and 204 without. */
function renderStored(outcome: Extract<Outcome, { kind: 'stored' }>): RenderedAnswer {
  const rendered = renderPostResponse(outcome.response);
  return outcome.status === 201 ? rendered : { ...rendered, body: '' };
}

function renderRefusal(outcome: FailureOutcome, call: Call): Rendering {
  const { code, continuation, accessDeniedDetail: detail } = outcome;
  const envelope = {
    RequestId: call.requestId,
    HostId: call.hostId,
    Code: code,
    Message: failureMessage({ code, dialect: call.dialect, continuation }),
    Recommend: errorPageUrl(code),
    ...(detail === undefined ? {} : { AccessDeniedDetail: detail }),
  };
  const advice = adviceOnMissing(code, { names: call.parameters.names, bodyAdvice: call.bodyAdvice });
  const headers = {
    ...retryHeaders(outcome.retryAfterMs),
    ...detailHeader(advice ?? writePictureDetail({ picture: outcome.picture, detail: outcome.detail })),
  };
  return { status: errorCatalog[code].httpStatus, rendered: renderFailure(envelope, call.answer), headers };
}

/** `Retry-After` in seconds for HTTP, `x-acs-retry-after` in milliseconds for the official clients. */
function retryHeaders(retryAfterMs: number | undefined): Record<string, string> {
  if (retryAfterMs === undefined) return {};
  const waitMs = Math.max(1, Math.ceil(retryAfterMs));
  return { 'retry-after': String(Math.ceil(waitMs / 1000)), 'x-acs-retry-after': String(waitMs) };
}

/** Header values must be ASCII; details are English sentences without values of the request. */
function detailHeader(detail: string | undefined): Record<string, string> {
  return detail === undefined ? {} : { 'x-semblance-detail': asciiText(detail).slice(0, 500) };
}
