import { operationParameters } from '@semblance/spec/operations';
import { compareAction } from '@semblance/spec/protocol';
import { sampleWriters } from '../console/code-samples/languages.ts';
import type { SampleContext } from '../console/code-samples/sample-context.ts';

/** The request of the reference: an engine on the reader's machine, two pictures of the examples. */
export const referenceContext: SampleContext = {
  endpoint: 'http://127.0.0.1:8080',
  instanceName: String(operationParameters[0]?.example),
  signed: true,
  format: 'json',
  primaryFile: 'examples/mug-daily-front.jpg',
  secondaryFile: 'examples/mug-daily-left.jpg',
};

/** A request in one language. */
export interface ReferenceSample {
  readonly title: string;
  /** Language for highlighting. */
  readonly language: string;
  readonly code: string;
}

const highlighting: Readonly<Record<keyof typeof sampleWriters, string>> = {
  'typescript-client': 'ts',
  'typescript-sdk': 'ts',
  python: 'python',
  java: 'java',
  go: 'go',
  csharp: 'csharp',
  php: 'php',
};

const shortTitles: Readonly<Record<keyof typeof sampleWriters, string>> = {
  'typescript-client': 'TypeScript',
  'typescript-sdk': 'Node SDK',
  python: 'Python',
  java: 'Java',
  go: 'Go',
  csharp: 'C#',
  php: 'PHP',
};

/** The request in eight languages: curl, this project's client, and the official SDKs. */
export const referenceSamples: readonly ReferenceSample[] = [
  { title: 'curl', language: 'sh', code: unsignedCurl(referenceContext) },
  ...(Object.keys(sampleWriters) as (keyof typeof sampleWriters)[]).map((name) => ({
    title: shortTitles[name],
    language: highlighting[name],
    code: sampleWriters[name].write(referenceContext),
  })),
];

/** Unsigned, for an engine that allows it; the same lines as the guides'. */
function unsignedCurl({ endpoint, instanceName, primaryFile, secondaryFile }: SampleContext): string {
  const [instance, primary, secondary] = operationParameters.map(({ name }) => name);
  const picture = (name: string | undefined, file: string): string =>
    `--data-urlencode ${name}@<(base64 < ${file} | tr -d '\\n')`;
  return [
    `curl -sS "${endpoint}/?Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON"`,
    `--data-urlencode ${instance}=${instanceName}`,
    picture(primary, primaryFile),
    picture(secondary, secondaryFile),
  ].join(' \\\n  ');
}
