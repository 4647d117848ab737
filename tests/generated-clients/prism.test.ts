import { expect, test } from 'vitest';
import { loadCases } from '../conformance/src/load-cases.ts';
import { matchReply } from '../conformance/src/match-reply.ts';
import type { ReceivedReply } from '../conformance/src/match-reply.ts';
import { exchange } from '../conformance/src/raw-exchange.ts';
import { startEngineTarget, startMockTarget } from '../conformance/src/targets.ts';
import type { Target } from '../conformance/src/targets.ts';
import { writeRequest } from '../conformance/src/write-request.ts';
import type { ConformanceCase } from '../conformance/src/case-file.ts';
import { mockedAnswer, operationsOfDocument, remarksOn } from './src/prism.ts';
import type { PrismAnswer, PrismOperation } from './src/prism.ts';

test('Prism as a mock answers an unsigned call with the typed example', async () => {
  const answer = await mockedAnswer(undefined);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toMatchObject({ Score: 0.85, Success: true, Code: 0 });
  const xml = await mockedAnswer('XML');
  expect(xml.body).toContain('<Score>0.85</Score>');
});

test.each([
  ['engine', startEngineTarget],
  ['mock', startMockTarget],
] as const)(
  'Prism, validating, reports nothing about the %s over the conformance cases',
  async (name, start) => {
    const target = await start();
    const operations = await operationsOfDocument();
    try {
      const remarks: string[] = [];
      // Stalled requests get the same answers as complete ones, and take five seconds each.
      const cases = loadCases(name).filter(({ stall }) => !stall);
      for (let first = 0; first < cases.length; first += 8) {
        const some = cases.slice(first, first + 8).map((one) => remarksOnCase(one, target, operations));
        remarks.push(...(await Promise.all(some)).flat());
      }
      expect(remarks).toEqual([]);
    } finally {
      await target.stop();
    }
  },
  300_000,
);

async function remarksOnCase(
  { file, exchanges, format, sign, writeFirst, server }: ConformanceCase,
  { ports }: Target,
  operations: readonly PrismOperation[],
): Promise<string[]> {
  const port = ports[server];
  const captured = new Map<string, string>();
  const remarks: string[] = [];
  for (const { request, reply } of exchanges) {
    const { bytes } = await writeRequest(request, { port, format, sign, captured });
    const received = await exchange({ port, bytes, stallAfter: undefined, writeFirst, timeoutMs: 25_000 });
    for (const [key, value] of matchReply(reply, received).captured) captured.set(key, value);
    const operation = operations.find(({ iid }) => iid === operationOf(bytes.subarray(0, 4096).toString('latin1')));
    if (operation === undefined) throw new Error('the document lacks an operation');
    remarks.push(...remarksOn(operation, answerOf(received)).map(({ message }) => `${file}: ${message}`));
  }
  return remarks;
}

/** Which operation a request means: uploads are the multipart forms that name no action. */
function operationOf(request: string): string {
  if (/AuthorizeFileUpload/.test(request)) return 'AuthorizeFileUpload';
  const isUpload = /^content-type: multipart\/form-data/im.test(request) && !/Action/.test(request);
  return isUpload ? 'PostObject' : 'CompareSimilarByImage';
}

function answerOf({ status, headers, body }: ReceivedReply): PrismAnswer {
  const isJson = headers.get('content-type')?.includes('json') === true;
  return {
    statusCode: status,
    headers: Object.fromEntries(headers),
    body: isJson ? (JSON.parse(body) as unknown) : body === '' ? undefined : body,
  };
}
