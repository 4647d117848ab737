import { keyVariables, quoted } from './sample-context.ts';
import type { SampleContext } from './sample-context.ts';

/** This project's client. */
export function typescriptClientSample(context: SampleContext): string {
  const key = `
  credentials: {
    accessKeyId: process.env['${keyVariables.id}'] ?? '',
    accessKeySecret: process.env['${keyVariables.secret}'] ?? '',
  },`;
  return `import { readFile } from 'node:fs/promises';
import { createClient, isApiError } from '@semblance/client';

const client = createClient({
  endpoint: ${quoted(context.endpoint)},
  instanceName: ${quoted(context.instanceName)},${context.signed ? key : ''}${context.format === 'xml' ? "\n  format: 'xml'," : ''}
});

try {
  const { score } = await client.compare(
    await readFile(${quoted(context.primaryFile)}),
    await readFile(${quoted(context.secondaryFile)}),
  );
  console.log(score);
} catch (error) {
  if (!isApiError(error)) throw error;
  console.error(error.code, error.serverMessage, error.docsUrl);
}
`;
}
