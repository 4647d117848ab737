import { createNonce } from '@semblance/signing';
import { parseServerAddress } from '@semblance/wire/server-address';
import { formBody } from './code-samples/form-body.ts';
import { curlSample } from './code-samples/curl.ts';
import { sampleWriters } from './code-samples/languages.ts';
import type { SampleLanguage } from './code-samples/languages.ts';
import type { SampleContext } from './code-samples/sample-context.ts';
import { richText } from '../finder/nodes.ts';
import { consoleText } from './console-text.ts';
import type { ConsoleText } from './console-words.ts';
import { highlightInto } from './highlight.ts';
import type { CodeLanguage } from './highlight.ts';
import type { Place } from './answer-view.ts';
import type { PicturePair } from './send-comparison.ts';
import type { ConsoleSettings } from './settings.ts';
import type { ConsoleState } from './state.ts';

/** Input of `writeSample`. */
export interface SampleSource {
  readonly settings: ConsoleSettings;
  /** The pictures, needed only for a signature; absent until both are chosen. */
  readonly pair: PicturePair | undefined;
  readonly primaryFile: string;
  readonly secondaryFile: string;
}

const highlighted: Readonly<Record<SampleLanguage, CodeLanguage>> = {
  'typescript-client': 'typescript',
  'typescript-sdk': 'typescript',
  python: 'python',
  java: 'java',
  go: 'go',
  csharp: 'csharp',
  php: 'php',
  curl: 'shellscript',
};

let latest = 0;

/** Shows the request as code in the chosen language, for the form's target, files and options. */
export async function showCode({ root, locale }: Place, { settings, language, slots }: ConsoleState): Promise<void> {
  latest += 1;
  const mine = latest;
  const [first, second] = [slots.primary.picture, slots.secondary.picture];
  const sample = await writeSample(language, {
    settings,
    pair: first === undefined || second === undefined ? undefined : { primary: first.bytes, secondary: second.bytes },
    primaryFile: first?.name ?? 'first.jpg',
    secondaryFile: second?.name ?? 'second.jpg',
  }).catch(() => '');
  const element = root.querySelector<HTMLElement>('[data-body="code"]');
  if (mine !== latest || element === null) return;
  void highlightInto(element, sample, highlighted[language]);
  const note = root.querySelector<HTMLElement>('.code-note');
  note?.replaceChildren();
  if (note !== null) richText(note, noteOn(settings, language, consoleText[locale]));
}

function noteOn(
  { target, scoring, accessKeyId }: ConsoleSettings,
  language: SampleLanguage,
  text: ConsoleText,
): string {
  const server = target === 'page' ? text.codeServer[scoring] : '';
  const curlNote = accessKeyId === '' ? text.curlUnsigned : text.curlNote;
  return [server, language === 'curl' ? curlNote : text.sampleNote].filter((words) => words !== '').join(' ');
}

/** Writes the request in a language; curl contains a signature made now with the form's keys. */
export async function writeSample(language: SampleLanguage, source: SampleSource): Promise<string> {
  const context = contextOf(source);
  if (language !== 'curl') return sampleWriters[language].write(context);
  const { settings, pair } = source;
  if (!context.signed || pair === undefined) return curlSample({ ...context, signed: false }, undefined);
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

/** The address that the client would send to; what is none stays as it was typed. */
function withScheme(endpoint: string): string {
  return parseServerAddress(endpoint.trim())?.href.replace(/\/$/u, '') ?? endpoint;
}
