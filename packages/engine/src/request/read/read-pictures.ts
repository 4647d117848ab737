import { checkPicture, checkRank, contentCode } from '@semblance/picture';
import type { WhichPicture } from '@semblance/picture';
import { pictureMaxBytes, serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { decodeFormBase64 } from './form-base64.ts';
import { unescapeForm } from '@semblance/wire/form';
import type { CheckedPicture, PicturePair } from '../../compare/analyser.ts';
import { fail, refuse } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { Result } from '../../result.ts';
import type { RpcRequest } from './rpc-request.ts';

/** Returns the bytes of an address that this engine issued; anything else is refused. */
export type ResolveUrl = (url: string, which: WhichPicture) => Promise<Result<Uint8Array, Failure>>;

const parameterOf = { primary: 'PrimaryPicContent', secondary: 'SecondaryPicContent' } as const;
const both: readonly WhichPicture[] = ['primary', 'secondary'];
/** Longest address that is looked up; issued ones are below 300 characters. */
const maxUrlBytes = 2048;

/** Reads both pictures with the checks presence → address or Base64 → bytes → format → pixels → orientation, the first picture before the second. */
export async function readPictures(
  request: RpcRequest,
  serviceType: ServiceType,
  resolveUrl: ResolveUrl,
): Promise<Result<PicturePair, Failure>> {
  for (const which of both) {
    const content = contentOf(request, which);
    if (content.length === 0)
      return fail('picture-missing', { which, detail: `${parameterOf[which]} is missing or empty.` });
  }
  const [primary, secondary] = [
    await readContent(request, 'primary', resolveUrl),
    await readContent(request, 'secondary', resolveUrl),
  ];
  return earliest(checked(primary, 'primary', serviceType), checked(secondary, 'secondary', serviceType));
}

/** The picture parameters that are addresses. */
export function pictureAddresses(request: RpcRequest): string[] {
  return both.flatMap((which) => {
    const content = contentOf(request, which);
    const address = looksLikeUrl(content) ? unescapeForm(content) : undefined;
    return address === undefined || address.length > maxUrlBytes ? [] : [textOf(address).trim()];
  });
}

/** A picture parameter as it was sent: escapes are resolved where it is decoded, so that megabytes are passed over once. */
function contentOf({ parameters }: RpcRequest, which: WhichPicture): Uint8Array {
  return parameters.encoded(parameterOf[which]) ?? new Uint8Array();
}

function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('utf8');
}

async function readContent(
  request: RpcRequest,
  which: WhichPicture,
  resolveUrl: ResolveUrl,
): Promise<Result<Uint8Array, Failure>> {
  const content = contentOf(request, which);
  if (looksLikeUrl(content)) {
    const address = unescapeForm(content);
    if (address.length > maxUrlBytes) return fail('picture-url-foreign', { which, detail: 'The address is too long.' });
    return resolveUrl(textOf(address), which);
  }
  const decoding = decodeFormBase64(content, { maxBytes: pictureMaxBytes });
  if (decoding.ok) return { ok: true, value: decoding.value.bytes };
  const { reason, detail } = decoding.failure;
  return reason === 'too-large'
    ? fail('picture-too-large', { which, detail })
    : refuse(contentCode(which), { which, detail });
}

/** A scheme and two slashes, each byte escaped or not. No Base64 text has a colon. */
function looksLikeUrl(content: Uint8Array): boolean {
  const start = unescapeForm(content.subarray(0, 96)).subarray(0, 32);
  return /^\s*[a-z][a-z0-9+.-]{0,20}:\/\//i.test(Buffer.from(start).toString('latin1'));
}

/** Result of a picture, and the position of its check. */
interface Checked {
  readonly result: Result<CheckedPicture, Failure>;
  readonly rank: number;
}

function checked(content: Result<Uint8Array, Failure>, which: WhichPicture, serviceType: ServiceType): Checked {
  if (!content.ok) {
    return {
      result: content,
      rank: content.failure.reason === 'picture-too-large' ? checkRank('InvalidPicContent') : 0,
    };
  }
  const bytes = content.value;
  const check = checkPicture(bytes, { which, pixelRange: serviceTypes[serviceType] });
  if (check.ok) return { result: { ok: true, value: { bytes, header: check.header } }, rank: Number.POSITIVE_INFINITY };
  return { result: refuse(check.code, { which, detail: check.detail.en }), rank: checkRank(check.code) };
}

/** If both pictures fail, the earlier check decides, and for the same check the first picture. */
function earliest(primary: Checked, secondary: Checked): Result<PicturePair, Failure> {
  const decisive = primary.rank <= secondary.rank ? primary : secondary;
  if (!decisive.result.ok) return decisive.result;
  if (!primary.result.ok || !secondary.result.ok) throw new Error('a failed picture had no rank');
  return { ok: true, value: { primary: primary.result.value, secondary: secondary.result.value } };
}
