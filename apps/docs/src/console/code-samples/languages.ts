import { csharpSample } from './csharp.ts';
import { goSample } from './go.ts';
import { javaSample } from './java.ts';
import { phpSample } from './php.ts';
import { pythonSample } from './python.ts';
import type { SampleContext } from './sample-context.ts';
import { typescriptClientSample } from './typescript-client.ts';
import { typescriptSdkSample } from './typescript-sdk.ts';

/** Every language a request can be copied in, curl excepted (it carries a signature), with its writer. */
export const sampleWriters = {
  'typescript-client': { title: 'TypeScript · @semblance/client', write: typescriptClientSample },
  'typescript-sdk': { title: 'TypeScript · official SDK', write: typescriptSdkSample },
  python: { title: 'Python', write: pythonSample },
  java: { title: 'Java', write: javaSample },
  go: { title: 'Go', write: goSample },
  csharp: { title: 'C#', write: csharpSample },
  php: { title: 'PHP', write: phpSample },
} as const satisfies Readonly<Record<string, { title: string; write: (context: SampleContext) => string }>>;

/** A language a request can be copied in. */
export type SampleLanguage = keyof typeof sampleWriters | 'curl';
