import { compareAction } from '@semblance/spec/protocol';
import { makePair } from '../exports/mock.ts';

/** Endpoint in tests of the in-page mock. */
export const endpoint = 'https://imagesearch.cn-shanghai.aliyuncs.com/';

const pair = makePair({ score: 0.72 });

/** Parameters of a valid call, JSON, unsigned. */
export const validParameters: Readonly<Record<string, string>> = {
  Action: compareAction.action,
  Version: compareAction.version,
  Format: 'JSON',
  InstanceName: 'demoinstance1',
  PrimaryPicContent: pair.primaryBase64,
  SecondaryPicContent: pair.secondaryBase64,
};

/** Changes to the valid call; `undefined` removes a parameter. */
export interface CompareRequestOptions {
  readonly parameters?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
}

/** A call by form post. */
export function compareRequest({ parameters = {}, headers = {}, url = endpoint }: CompareRequestOptions = {}): Request {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...validParameters, ...parameters }))
    if (value !== undefined) body.set(name, value);
  return new Request(url, { method: 'POST', body, headers });
}

/** The code or score of an answer in JSON. */
export async function outcomeOf(response: Response): Promise<string | number> {
  const envelope = (await response.json()) as { readonly Code: string | 0; readonly Score: number };
  return envelope.Code === 0 ? envelope.Score : envelope.Code;
}
