import { createNonce } from '@semblance/signing';
import { curlSample } from './code-samples/curl.ts';
import { formBody } from './code-samples/form-body.ts';
import { sampleWriters } from './code-samples/languages.ts';
import type { SampleLanguage } from './code-samples/languages.ts';
import type { SampleContext } from './code-samples/sample-context.ts';
import type { PicturePair } from './send-comparison.ts';
import type { ConsoleSettings } from './settings.ts';

/** What a sample is written from. */
export interface SampleSource {
  readonly settings: ConsoleSettings;
  readonly pair: PicturePair;
  readonly primaryFile: string;
  readonly secondaryFile: string;
}

/** Writes the request in a language; curl carries a signature made now, with the keys of the form. */
export async function writeSample(language: SampleLanguage, source: SampleSource): Promise<string> {
  const context = contextOf(source);
  if (language !== 'curl') return sampleWriters[language].write(context);
  const { settings, pair } = source;
  if (!context.signed) return curlSample(context, undefined);
  const { accessKeyId, accessKeySecret, securityToken } = settings;
  const key = { accessKeyId, accessKeySecret, securityToken: securityToken === '' ? undefined : securityToken };
  const body = formBody(settings.instanceName, pair);
  return curlSample(context, { key, body, date: new Date(), nonce: createNonce() });
}

function contextOf({ settings, primaryFile, secondaryFile }: SampleSource): SampleContext {
  return {
    endpoint: withScheme(settings.endpoint),
    instanceName: settings.instanceName,
    signed: settings.accessKeyId !== '',
    format: settings.format,
    primaryFile,
    secondaryFile,
  };
}

/** A bare host means HTTPS, on this machine HTTP, as in the client. */
function withScheme(endpoint: string): string {
  if (/^https?:\/\//iu.test(endpoint)) return endpoint;
  return /^(?:127\.|localhost|\[::1\])/u.test(endpoint) ? `http://${endpoint}` : `https://${endpoint}`;
}
