import { makePicture } from '@semblance/mock-server/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReceivedReply } from './src/match-reply.ts';
import { greyPicture } from './src/pictures.ts';
import { callApi, upload } from './src/sdk-flow.ts';
import type { RequestShape } from './src/sdk-flow.ts';
import { startEngineTarget, startMockTarget } from './src/targets.ts';
import type { Target } from './src/targets.ts';

let mock: Target;
let engine: Target;
beforeAll(async () => {
  // Both make and read bodies of 11 MB in turn: what one of them takes must not be the other's time.
  [mock, engine] = [await startMockTarget(), await startEngineTarget({ transferMs: 60_000 })];
}, 120_000);
afterAll(() => Promise.all([mock.stop(), engine.stop()]));

const pictureMaxBytes = 4_194_304;
const uploadMaxBytes = 8_388_608;
const dialects = ['V3', 'V1'] as const;
const formats = ['JSON', 'XML'] as const;

/** Size in bytes, path, dialect, format, and the code that both servers have to answer. */
const around = (limit: number): number[] => [limit - 1, limit, limit + 1];
const sizes = [...around(pictureMaxBytes), ...around(uploadMaxBytes)];
const paths = {
  // The last is longer than a field of the form may be, and the request still shorter than a request.
  Base64: [...sizes, 20_000_000],
  Advance: sizes,
  'Advance from Go': [...around(pictureMaxBytes), uploadMaxBytes],
} as const;
type Path = keyof typeof paths;
const cases = (Object.keys(paths) as Path[]).flatMap((path) =>
  paths[path].flatMap((size) =>
    dialects.flatMap((dialect) =>
      formats.map((format) => ({ size, path, dialect, format, code: expectedCode(size, path !== 'Base64') })),
    ),
  ),
);

function expectedCode(size: number, isUpload: boolean): string {
  if (size <= pictureMaxBytes) return 'success';
  return isUpload && size > uploadMaxBytes ? 'EntityTooLarge' : 'InvalidPicContent';
}

const small = Buffer.from(makePicture()).toString('base64');

/** The same file for both servers and for every way to send it. */
const files = new Map(sizes.concat(20_000_000).map((size) => [size, greyPicture(size)]));

async function compare(
  port: number,
  { size, path, dialect, format }: Omit<(typeof cases)[number], 'code'>,
): Promise<ReceivedReply> {
  const shape: RequestShape = {
    dialect,
    format,
    placement: 'common-in-query',
    chunked: path === 'Advance from Go',
    key: { accessKeyId: 'conformance', accessKeySecret: 'conformance-secret' },
    signedExtra: {},
    unsignedExtra: {},
    order: [],
    lineBreaks: path === 'Advance from Go' ? 2 : 1,
    userAgent: path === 'Advance from Go' ? 'AlibabaCloud (linux; amd64) Golang/1.22.2 Core/0.01 TeaDSL/1' : undefined,
    statusLast: false,
    boundary: '45231908771264',
  };
  const target = { port, tls: false };
  const file = files.get(size) ?? Buffer.alloc(0);
  const uploaded =
    path === 'Base64' ? { address: Buffer.from(file).toString('base64') } : await upload(target, shape, file);
  if ('refusal' in uploaded) return uploaded.refusal;
  const parameters = [
    ['InstanceName', 'demoinstance1'],
    ['PrimaryPicContent', uploaded.address],
    ['SecondaryPicContent', small],
  ] as const;
  const call = { method: 'POST', action: 'CompareSimilarByImage', version: '2020-12-14', parameters } as const;
  return callApi(target, shape, call);
}

/** A reply without what is new in each: its number, and the score, which is the engine's own. */
function essence({ status, headers, body }: ReceivedReply): object {
  const text = body
    .replaceAll(/[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}/g, 'ID')
    .replaceAll(/(?<=Score(?:":|>))[\d.]+/g, '0');
  return { status, type: headers.get('content-type'), text };
}

describe('both servers answer alike at every limit', () => {
  test.each(cases)(
    '$size bytes by $path, $dialect, $format: $code',
    async ({ code, ...input }) => {
      const [fromMock, fromEngine] = await Promise.all(
        [mock, engine].map(({ ports }) => compare(ports.guarded, input)),
      );
      expect(essence(fromEngine as ReceivedReply)).toEqual(essence(fromMock as ReceivedReply));
      expect(fromEngine?.body).toContain(code);
    },
    180_000,
  );
});
