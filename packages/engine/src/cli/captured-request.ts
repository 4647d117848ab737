import type { ReceivedRequest } from '@semblance/signing/verify';
import { CommandError } from './report-failure.ts';

const carriageReturnEnd = Buffer.from('\r\n\r\n');
const plainEnd = Buffer.from('\n\n');

/** Reads a captured HTTP/1.1 request: request line, headers, an empty line, the body. Line ends may be CRLF or LF; a chunked body is assembled. */
export function parseCapturedRequest(capture: Uint8Array): ReceivedRequest {
  const bytes = Buffer.from(capture);
  const [headEnd, bodyStart] = findBody(bytes);
  const [requestLine = '', ...lines] = bytes.subarray(0, headEnd).toString('utf8').split(/\r?\n/);
  const [method = '', target = ''] = requestLine.trim().split(/\s+/);
  if (!/^[A-Z]+$/.test(method) || target === '')
    throw new CommandError('the capture does not begin with a request line such as "POST / HTTP/1.1"');

  const headers = lines.filter((line) => line !== '').map(readHeader);
  const body = bytes.subarray(bodyStart);
  const chunked = headers.some(([name, value]) => name.toLowerCase() === 'transfer-encoding' && /chunked/i.test(value));
  return { method, target, headers, body: chunked ? unchunk(body) : body };
}

function findBody(bytes: Buffer): [headEnd: number, bodyStart: number] {
  const crlf = bytes.indexOf(carriageReturnEnd);
  const plain = bytes.indexOf(plainEnd);
  if (crlf !== -1 && (plain === -1 || crlf < plain)) return [crlf, crlf + carriageReturnEnd.length];
  return plain === -1 ? [bytes.length, bytes.length] : [plain, plain + plainEnd.length];
}

function readHeader(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  if (colon < 1) throw new CommandError(`"${line.slice(0, 40)}" is no header line`);
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

/** Assembles a chunked body; a body that is not chunked is returned unchanged. */
function unchunk(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const lineEnd = body.indexOf('\n', at);
    const size = Number.parseInt(body.subarray(at, lineEnd === -1 ? body.length : lineEnd).toString('latin1'), 16);
    if (lineEnd === -1 || Number.isNaN(size)) return chunks.length === 0 ? body : Buffer.concat(chunks);
    if (size === 0) break;
    chunks.push(body.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size;
    at = body.indexOf('\n', at) + 1;
    if (at === 0) break;
  }
  return Buffer.concat(chunks);
}
