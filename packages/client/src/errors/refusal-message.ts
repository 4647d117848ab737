import type { PictureRole } from './semblance-error.ts';

/** Parts of the message of a refusal. */
export interface RefusalParts {
  readonly action: string;
  readonly wireCode: string;
  readonly serverMessage: string;
  /** `undefined` if nothing was sent. */
  readonly httpStatus?: number | undefined;
  readonly requestId?: string | undefined;
  readonly picture?: PictureRole | undefined;
  readonly file?: string | undefined;
  readonly detail?: string | undefined;
}

/** The message of a refusal: who refused, which picture is meant, what is wrong with it, what to do. */
export function refusalMessage(parts: RefusalParts): string {
  const { action, wireCode, serverMessage, httpStatus, requestId, picture, file, detail } = parts;
  const name = picture === undefined ? '' : `${picture} picture${file === undefined ? '' : ` (${file})`}`;
  if (httpStatus === undefined)
    return `The ${name} was not sent: ${detail ?? serverMessage} The server would answer ${wireCode}.`;
  const said = detail === undefined || serverMessage.includes(detail);
  const picked = detail === undefined ? ` It is the ${name}.` : ` The ${name}: ${detail}`;
  const why = name === '' ? (said ? '' : ` ${detail}`) : picked;
  return `${action} was answered ${wireCode} (HTTP ${httpStatus}): ${serverMessage}${why} Request id ${requestId ?? 'unknown'}.`;
}
