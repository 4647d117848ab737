import { placedParameters } from '../common-parameters-v1.ts';
import { compareText } from '../parameter.ts';
import { decodeParameter } from '../received-parameters.ts';
import type { ReceivedParameter } from '../received-parameters.ts';
import type { ReceivedRequest } from '../received-request.ts';
import type { Diagnosis } from './diagnosis.ts';
import { encodeTwice } from './shorten.ts';

/**
 * Bytes a server hashes to explain a mismatch in its answer: a stranger may ask for it, and a picture in the parameters is encoded and
 * hashed anew for every guess. Of a large V1 request only the likeliest guesses are tried; `semblance doctor` tries them all.
 */
export const answerBudgetBytes: number = 128 * 1024;

/** Characters of a parameter that a message repeats; pictures and tokens are longer. */
const longestValue = 160;
const longestText = 2048;
/** Parameters whose content no message repeats. */
export const pictureNames: ReadonlySet<string> = new Set(['PrimaryPicContent', 'SecondaryPicContent']);
const concealed: ReadonlySet<string> = new Set(['SecurityToken', ...pictureNames]);

/**
 * What the message of `SignatureDoesNotMatch` goes on to say after its first sentence.
 *
 * To V3 callers: why. To V1 callers the gateway writes its string to sign; so does this, with what is long or not to be shown left out.
 * Cores compare it with theirs: equal means that only the secret can be wrong, and they say so, if nothing follows.
 * @param explanation  why, in a sentence that may be sent to the caller.
 * @param cause        of the diagnosis, if there was one.
 */
export function mismatchContinuation(
  request: ReceivedRequest,
  dialect: Diagnosis['dialect'],
  { explanation, cause }: { readonly explanation: string; readonly cause?: Diagnosis['cause'] | undefined },
): string {
  if (dialect === 'V3') return explanation;
  const { text, whole } = shownToCaller(request);
  return whole && cause === 'wrong-secret' ? text : `${text}: ${explanation}`;
}

interface Shown {
  readonly text: string;
  /** Nothing was left out. */
  readonly whole: boolean;
}

function shownToCaller(request: ReceivedRequest): Shown {
  const placed = placedParameters(request);
  const parameters = [...(placed?.query ?? []), ...(placed?.form ?? [])].filter(({ name }) => name !== 'Signature');
  const sorted = [...parameters].sort((left, right) => compareText(left.name, right.name));
  const pieces = sorted.map(shownParameter);
  const text = `${request.method.toUpperCase()}&%2F&${pieces.map((piece) => piece.text).join('%26')}`;
  const cut = text.length > longestText;
  return {
    text: cut ? `${text.slice(0, longestText)}…` : text,
    whole: !cut && placed !== undefined && pieces.every(({ whole }) => whole),
  };
}

/** Long values are not even decoded: a stranger must not be able to make the server write megabytes. */
function shownParameter(parameter: ReceivedParameter): Shown {
  const { name, encodedValue } = parameter;
  const length = encodedValue.end - encodedValue.start;
  const hidden = concealed.has(name) || length > 3 * longestValue;
  if (hidden) return { text: `${encodeTwice(name)}%3D…(${length} bytes)`, whole: false };
  const [, value] = decodeParameter(parameter);
  if (value.length > longestValue) return { text: `${encodeTwice(name)}%3D…(${length} bytes)`, whole: false };
  return { text: `${encodeTwice(name)}%3D${encodeTwice(value)}`, whole: true };
}
