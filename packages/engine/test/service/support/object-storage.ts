import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** The one key that this storage knows. */
export const storageKey = { accessKeyId: 'storageKey', secretAccessKey: 'storageSecret', region: 'us-east-1' } as const;
export const storageBucket = 'pictures';

/** An object storage that speaks as much S3 as uploads need, and checks signatures (version 4) as S3 does. */
export interface ObjectStorage {
  readonly url: string;
  readonly objects: ReadonlyMap<string, Buffer>;
  /** `hang` keeps answers back, `fail` answers 503, `redirect` sends callers to `elsewhere` on the same server, `flood` answers with bytes that do not end. */
  readonly behave: (how: Mood) => void;
  /** Requests that followed a redirection. */
  readonly led: () => number;
  readonly close: () => Promise<void>;
}

type Mood = 'well' | 'hang' | 'fail' | 'redirect' | 'flood';

const elsewhere = '/latest/meta-data';

/** Writes until the caller goes. */
function flood(response: ServerResponse): void {
  const piece = Buffer.alloc(65_536, 'x');
  const go = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.writeHead(200).on('drain', go);
  go();
}

export async function startObjectStorage(): Promise<ObjectStorage> {
  const objects = new Map<string, Buffer>();
  let mood: Mood = 'well';
  let led = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    if (mood === 'hang') return;
    if (request.url === elsewhere) {
      led += 1;
      response.writeHead(200).end('role credentials');
      return;
    }
    if (mood === 'redirect') {
      response.writeHead(307, { location: elsewhere }).end();
      return;
    }
    if (mood === 'flood') return flood(response);
    const answer = mood === 'fail' ? { status: 503 } : act(request, body, objects);
    response.writeHead(answer.status).end(answer.body);
  };
  const server: Server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    led: () => led,
    behave: (how) => {
      mood = how;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Reply {
  readonly status: number;
  readonly body?: Buffer;
}

function act(request: IncomingMessage, body: Buffer, objects: Map<string, Buffer>): Reply {
  const [, bucket, ...rest] = (request.url ?? '').split('/');
  const key = rest.join('/');
  if (!isGenuine(request, body)) return { status: 403 };
  if (bucket !== storageBucket) return { status: 404 };
  const held = objects.get(key);
  switch (request.method) {
    case 'PUT':
      objects.set(key, body);
      return { status: 200 };
    case 'GET':
      return held === undefined ? { status: 404 } : { status: 200, body: held };
    case 'DELETE':
      objects.delete(key);
      return { status: 204 };
    default:
      return { status: 405 };
  }
}

function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Recomputes AWS Signature Version 4 from the request as it came. */
function isGenuine({ method, url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const given =
    /Credential=(?<id>[^/]+)\/(?<scope>\S+), ?SignedHeaders=(?<names>[^,]+), ?Signature=(?<signature>\w+)/.exec(
      headers.authorization ?? '',
    )?.groups;
  if (given?.['id'] !== storageKey.accessKeyId) return false;
  const { scope = '', names = '', signature } = given;
  const payload = String(headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return false;
  const fields = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const canonical = [method, url, '', fields.join(''), names, payload].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const sign = (key: string | Buffer, part: string): Buffer => createHmac('sha256', key).update(part).digest();
  const secret = scope.split('/').reduce<string | Buffer>(sign, `AWS4${storageKey.secretAccessKey}`);
  return sign(secret, text).toString('hex') === signature;
}
