import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { finePiecesDetail } from '../../src/request/edge/fine-pieces.ts';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, send } from './support/call.ts';
import { parseReplies } from './support/raw.ts';
import { startTestEngine } from './support/test-engine.ts';

/** Sends a body in so many chunks of a text, and gathers what comes back until the end. */
async function sendChunks(
  { port }: Engine,
  { text, count, headers = '' }: { text: string; count: number; headers?: string },
): Promise<string> {
  const received: Buffer[] = [];
  const socket = connect(port, '127.0.0.1');
  socket.on('data', (chunk: Buffer) => received.push(chunk)).on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nhost: a\r\n${headers}connection: close\r\ntransfer-encoding: chunked\r\n\r\n`);
  socket.write(`${text.length.toString(16)}\r\n${text}\r\n`.repeat(count));
  socket.write('0\r\n\r\n');
  await once(socket, 'close');
  const [reply] = parseReplies(Buffer.concat(received));
  return `${reply?.headers.get('x-semblance-detail') ?? ''} ${reply?.body ?? ''}`;
}

test('a body of one byte a chunk is refused before it is read to its end, and slows its sender down; lines of text do not', async () => {
  const engine = await startTestEngine({ admin: { port: 0 }, limits: { workers: 1 } });
  try {
    expect(await sendChunks(engine, { text: 'a'.repeat(64), count: 20_000 })).not.toContain('pieces');
    expect(await sendChunks(engine, { text: 'a', count: 100_000 })).toContain(finePiecesDetail);
    const upload = { headers: 'content-type: multipart/form-data; boundary=x\r\n', text: '-', count: 100_000 };
    expect(await sendChunks(engine, upload)).toContain(finePiecesDetail);
    const metrics = await (await fetch(`${engine.adminUrl ?? ''}/metrics`)).text();
    expect(metrics).toContain('semblance_connections_dropped_total{why="overrun"} 2');
    expect((await call(engine)).json['Code']).toBe(0);
  } finally {
    await engine.stop();
  }
}, 60_000);

test('fields of an upload are counted, of the same name too', async () => {
  const engine = await startTestEngine({ limits: { workers: 1 } });
  try {
    const field = '--x\r\nContent-Disposition: form-data; name="k"\r\n\r\n\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const body = `${field.repeat(1000)}--x--\r\n`;
    expect((await send(engine, { headers, body })).text).toContain('more than 20 fields');
  } finally {
    await engine.stop();
  }
});
