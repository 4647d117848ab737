import type { SigningKey } from '@semblance/signing';
import { encodeBase64 } from '@semblance/wire/base64';
import type { Call } from '../call/call.ts';
import { requestKey } from './recorded-case.ts';
import type { PictureBytes, RecordedCase } from './recorded-case.ts';
import type { UpstreamAnswer } from './upstream.ts';

/** Options of a recording. */
export interface RecordOptions {
  /** Address of an engine, or the cloud's endpoint. */
  readonly upstream: string;
  /** Key to sign forwarded calls with; default: unsigned. Never kept. */
  readonly accessKey?: SigningKey | undefined;
  /** Whether the picture files are kept too; default: their digests only. */
  readonly pictures?: boolean | undefined;
  /** Called for every case, e.g. to write it to a file. */
  readonly onCase?: ((recorded: RecordedCase) => void) | undefined;
  /** Longest wait for an answer, in milliseconds; default 30 000. */
  readonly timeoutMs?: number | undefined;
}

/** A running recording. */
export interface Recording {
  readonly cases: () => readonly RecordedCase[];
  /** Ends the recording. @returns the cases, for `createMock({ replay })`. */
  readonly stop: () => readonly RecordedCase[];
}

/** The mock's view of a recording. */
export interface Recorder extends Recording {
  /** Forwards a call and keeps the exchange. */
  readonly exchange: (call: Call, pictureBytes: PictureBytes, nowMs: number) => Promise<UpstreamAnswer>;
}

/**
 * @param onStop  called when the recording ends.
 * @throws TypeError for an upstream that is not an address.
 */
export function createRecorder(options: RecordOptions, onStop: (ended: Recorder) => void): Recorder {
  const { pictures = false, onCase, timeoutMs = 30_000, accessKey } = options;
  const upstream = { origin: originOf(options.upstream), accessKey, timeoutMs };
  const cases: RecordedCase[] = [];
  const recorder: Recorder = {
    cases: () => [...cases],
    stop: () => {
      onStop(recorder);
      return [...cases];
    },
    exchange: async (call, pictureBytes, nowMs) => {
      // Signing is loaded only for recordings.
      const { askUpstream } = await import('./upstream.ts');
      const answer = await askUpstream(call, upstream, pictureBytes);
      if (!answer.ok) return answer;
      const recorded: RecordedCase = {
        request: requestKey(call, pictureBytes),
        response: answer.response,
        recordedAt: new Date(nowMs).toISOString(),
        ...(pictures ? { pictures: filesOf(call, pictureBytes) } : {}),
      };
      cases.push(recorded);
      onCase?.(recorded);
      return answer;
    },
  };
  return recorder;
}

/** The origin of an upstream, given with or without its scheme. @throws TypeError for anything else. */
export function originOf(address: string): string {
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(whole))
    throw new TypeError(`upstream "${address}" is no address. Write http://127.0.0.1:8080, say.`);
  return new URL(whole).origin;
}

function filesOf({ parameters }: Call, pictureBytes: PictureBytes): RecordedCase['pictures'] {
  const file = (name: string): string | undefined => {
    const content = parameters.bytes(name);
    return content === undefined ? undefined : encodeBase64(pictureBytes(content));
  };
  return { primary: file('PrimaryPicContent'), secondary: file('SecondaryPicContent') };
}
