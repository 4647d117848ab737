import type { ErrorEntry } from '@semblance/spec/error-catalog';

const reactions: Readonly<Record<ErrorEntry['retry'], string>> = {
  never: '// The same request fails again: change it first.',
  once: '// The client has already tried once more.',
  backoff: '// The client has already retried with backoff.',
  'retry-after': '// The client has waited if the answer said how long.',
  clock: '// The client has already corrected its clock and tried again.',
};

/** Sample code that handles `entry` with the TypeScript client. */
export function handleErrorSample(entry: ErrorEntry): string {
  return `import { createClient, isApiError } from '@semblance/client';

const client = createClient({ endpoint: 'http://127.0.0.1:8080', instanceName: 'demoinstance1' });

try {
  const { score } = await client.compare(first, second);
  console.log(score);
} catch (error) {
  if (isApiError(error) && error.code === '${entry.code}') {
    ${reactions[entry.retry]}
    console.error(error.requestId, error.message);
  } else {
    throw error;
  }
}`;
}
