import { isSemblanceError } from '@semblance/client';
import type { AnySemblanceError } from '@semblance/client';
import { exitCodes as shared } from '@semblance/wire/exit-codes';

/** Exit codes for scripts. */
export const exitCodes = {
  ...shared,
  picture: 3,
  refused: 4,
} as const;

/** The exit codes as shown in the help. */
export const exitCodeHelp = `Exit codes:
  0  compared (and at least --min-score)
  1  compared, but the score is below --min-score
  2  wrong use: arguments, options, credentials
  3  a picture cannot be read, or the server does not accept it
  4  the server refused the request or failed
  5  no answer that can be read: network, time-out, proxy
  6  --pairs: some pairs failed; see the results file`;

/** Codes of refusals that another picture can avoid. */
const pictureCodes: ReadonlySet<string> = new Set([
  'UnsupportedPicFormat',
  'UnsupportedPictureFormat',
  'UnsupportedPicPixels',
  'IncorrectOrientation',
  'InvalidPicContent',
  'InvalidPrimaryPicContent',
  'InvalidSecondaryPicContent',
  'NoSpecifiedPic',
]);

/** The exit code for a thrown value. */
export function exitCodeOf(error: unknown): number {
  return isSemblanceError(error) ? codeOf(error) : exitCodes.bug;
}

function codeOf(error: AnySemblanceError): number {
  switch (error.code) {
    case 'ConfigurationInvalid':
    case 'CredentialsUnavailable':
      return exitCodes.usage;
    case 'PictureInputInvalid':
      return exitCodes.picture;
    case 'NetworkFailed':
    case 'TimedOut':
    case 'AnswerUnreadable':
      return exitCodes.noAnswer;
    default:
      return pictureCodes.has(error.code) ? exitCodes.picture : exitCodes.refused;
  }
}
