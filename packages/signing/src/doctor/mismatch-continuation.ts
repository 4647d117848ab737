import { placedParameters } from '../common-parameters-v1.ts';
import { compareText } from '../parameter.ts';
import { decodeParameter } from '../received-parameters.ts';
import type { ReceivedParameter } from '../received-parameters.ts';
import type { ReceivedRequest } from '../received-request.ts';
import type { Diagnosis } from './diagnosis.ts';
import { encodeTwice } from './shorten.ts';

/**
 * Most bytes a server hashes to explain a mismatch in its answer. The limit is low because anyone can cause a mismatch, and every variation
 * encodes and hashes the pictures among the parameters anew. For a large V1 request only the likeliest variations are tried; `semblance
 * doctor` tries all.
 */
export const answerBudgetBytes: number = 128 * 1024;

/** Longest parameter value, in characters, that a message repeats; pictures and tokens are longer. */
const longestValue = 160;
const longestText = 2048;
/** Picture parameters, whose content no message repeats. */
export const pictureNames: ReadonlySet<string> = new Set(['PrimaryPicContent', 'SecondaryPicContent']);
const concealed: ReadonlySet<string> = new Set(['SecurityToken', ...pictureNames]);

/**
 * Continuation of the message of `SignatureDoesNotMatch` after its first sentence.
 *
 * V3 callers get the explanation. V1 callers get the server's string to sign, as from the gateway, without long and confidential values.
 * The SDKs' cores compare it with their own: if the two are equal and nothing follows, they report that the secret is wrong.
 * @param explanation  a sentence that may be sent to the caller.
 * @param cause   of the diagnosis, if there was one.
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
  /** Whether nothing was left out. */
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

/** Long values are not decoded, so that no caller can make the server write megabytes. */
function shownParameter(parameter: ReceivedParameter): Shown {
  const { name, encodedValue } = parameter;
  const length = encodedValue.end - encodedValue.start;
  const hidden = concealed.has(name) || length > 3 * longestValue;
  if (hidden) return { text: `${encodeTwice(name)}%3D…(${length} bytes)`, whole: false };
  const [, value] = decodeParameter(parameter);
  if (value.length > longestValue) return { text: `${encodeTwice(name)}%3D…(${length} bytes)`, whole: false };
  return { text: `${encodeTwice(name)}%3D${encodeTwice(value)}`, whole: true };
}
