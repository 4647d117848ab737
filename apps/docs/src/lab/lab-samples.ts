import { signedRequestSample } from '../site/request-sample.ts';
import { workedInput } from '../site/worked-example.ts';

/** Sample requests; all but the first have one mistake. */
export const labSamples = ['valid', 'host', 'body', 'charset', 'secret'] as const;

/** Name of a sample. */
export type LabSample = (typeof labSamples)[number];

/** A sample with the secret to examine it with. */
export interface SampleRequest {
  readonly text: string;
  readonly accessKeySecret: string;
}

const damages: Readonly<Record<LabSample, (text: string) => string>> = {
  valid: (text) => text,
  host: (text) => text.replace(`host: ${workedInput.host}`, `host: ${workedInput.host}:8080`),
  body: (text) => text.replace('iVBORw0KGgo%2B', 'iVBORw0KGgo+'),
  charset: (text) => text.replace('x-www-form-urlencoded\n', 'x-www-form-urlencoded; charset=utf-8\n'),
  secret: (text) => text,
};

/** The worked example with one mistake planted. */
export async function labSample(name: LabSample): Promise<SampleRequest> {
  const { key } = workedInput;
  const signingKey = name === 'secret' ? { ...key, accessKeySecret: `${key.accessKeySecret}&` } : key;
  const text = damages[name](await signedRequestSample({ ...workedInput, key: signingKey }));
  return { text, accessKeySecret: key.accessKeySecret };
}
