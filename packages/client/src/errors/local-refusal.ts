import { errorPageUrl } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { pictureMaxBytes } from '@semblance/spec/limits';
import { compareOperation } from '@semblance/spec/protocol';
import { ApiError } from './api-error.ts';
import type { PictureRole } from './semblance-error.ts';
import { refusalMessage } from './refusal-message.ts';

/** A refusal by the client itself. */
export interface LocalRefusal {
  readonly picture: PictureRole;
  readonly code: ErrorCode;
  readonly detail: string;
}

/** The error for a picture that was not sent because the server would refuse it. */
export function localRefusal({ picture, code, detail }: LocalRefusal): ApiError {
  const parts = { action: compareOperation.action, wireCode: code, serverMessage: detail, picture, detail };
  return new ApiError<ErrorCode>(code, {
    ...parts,
    message: refusalMessage(parts),
    docsUrl: errorPageUrl(code),
    isLocal: true,
  }) as ApiError;
}

/** The error for an input over `maxInputBytes`, which was not read to its end; the code is that of any picture that is too large. */
export function tooLarge(picture: PictureRole, maxInputBytes: number): ApiError {
  const detail = `The picture has more than ${maxInputBytes} bytes (maxInputBytes); the service takes ${pictureMaxBytes}. Make it smaller.`;
  return localRefusal({ picture, code: 'InvalidPicContent', detail });
}
