import { Agent, request } from 'node:http';
import { createConnection } from 'node:net';
import process from 'node:process';
import { startEngine } from '@semblance/engine';
import { startMockServer } from '@semblance/mock-server';
import { actionReferences } from '@semblance/spec/operations';
import { renderResult } from '@semblance/wire/render';
import { parseEnvelope } from '@semblance/wire/parse';
import { jsonAnswer, xmlAnswer } from '@semblance/wire';
import { drilled, newAction, newCode } from './changes.ts';

/** Asks mock and engine of the drilled copy; one line a finding, `ok …` or `FAILED …`. */
let failures = 0;

function check(ok: boolean, what: string): void {
  if (!ok) failures += 1;
  console.log(`${ok ? 'ok' : 'FAILED'} ${what}`);
}

interface Reply {
  readonly status: number;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true });
const compare = {
  Action: 'CompareSimilarByImage',
  Version: '2020-12-14',
  InstanceName: 'demoinstance1',
  Format: 'JSON',
};

function call(port: number, parameters: Readonly<Record<string, string>>): Promise<Reply> {
  const body = new URLSearchParams(parameters).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A PPM of that size in pixels; of exactly `fileBytes` bytes by the length of a comment. */
function ppm(width: number, height: number, fileBytes?: number): string {
  const head = (comment: string): Buffer => Buffer.from(`P6\n#${comment}\n${width} ${height}\n255\n`);
  const pixels = Buffer.alloc(width * height * 3, 0xff);
  const missing = fileBytes === undefined ? 0 : fileBytes - pixels.length - head('').length;
  return Buffer.concat([head('-'.repeat(missing)), pixels]).toString('base64');
}

/** All bytes 0xff: Base64 of nothing but `/`, the worst a form can carry. */
const widest = { width: 1000, height: 3490 };
const exactly = ppm(widest.width, widest.height, drilled.pictureMaxBytes);
const tooMuch = ppm(widest.width, widest.height, drilled.pictureMaxBytes + 1);
const { minPixels: low, maxPixels: high } = drilled;
const fine = ppm(low, low);

async function limits(name: string, port: number): Promise<void> {
  const codeOf = async (first: string, second: string): Promise<string> => {
    const { text } = await call(port, { ...compare, PrimaryPicContent: first, SecondaryPicContent: second });
    return String((JSON.parse(text) as { readonly Code: unknown }).Code);
  };
  check(
    (await codeOf(exactly, exactly)) === '0',
    `${name}: two pictures of ${drilled.pictureMaxBytes} bytes, all escapes, are compared`,
  );
  check((await codeOf(fine, tooMuch)) === 'InvalidPicContent', `${name}: a byte more is InvalidPicContent`);
  check((await codeOf(fine, ppm(low, high))) === '0', `${name}: sides of ${low} and ${high} pixels are compared`);
  check(
    (await codeOf(fine, ppm(low - 1, low))) === 'UnsupportedPicPixels',
    `${name}: ${low - 1} pixels are UnsupportedPicPixels`,
  );
  check(
    (await codeOf(fine, ppm(low, high + 1))) === 'UnsupportedPicPixels',
    `${name}: ${high + 1} pixels are UnsupportedPicPixels`,
  );
}

async function names(name: string, port: number): Promise<void> {
  const codeOf = async (InstanceName: string): Promise<unknown> =>
    (
      JSON.parse(
        (await call(port, { ...compare, InstanceName, PrimaryPicContent: fine, SecondaryPicContent: fine })).text,
      ) as { Code: unknown }
    ).Code;
  const length = drilled.instanceNameMaxLength;
  const longest = await codeOf('n'.repeat(length));
  check(longest === 'Console.InstanceNotFound', `${name}: a name of ${length} characters is looked up`);
  check(
    (await codeOf('n'.repeat(length + 1))) === 'InvalidInstance',
    `${name}: of ${length + 1} it is InvalidInstance`,
  );
}

/** Sends the head of a request and nothing of its body. */
function stalled(port: number): Promise<{ readonly text: string; readonly afterMs: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.setEncoding('utf8').on('error', reject);
    let text = '';
    socket.on('data', (chunk: string) => {
      text += chunk;
      if (!text.includes('RequestId')) return;
      socket.destroy();
      resolve({ text, afterMs: performance.now() - started });
    });
    socket.write(
      'POST / HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 99\r\n\r\nAction=',
    );
  });
}

async function patience(name: string, port: number): Promise<void> {
  const { text, afterMs } = await stalled(port);
  const inTime = afterMs > drilled.transferTimeoutMs - 100 && afterMs < drilled.transferTimeoutMs + 1500;
  check(
    text.includes('TimeoutForTransferImage') && inTime,
    `${name}: a body that stalls is TimeoutForTransferImage after ${drilled.transferTimeoutMs} ms`,
  );
}

async function newParts(port: number): Promise<void> {
  for (const Format of ['JSON', 'XML']) {
    const pictures = { PrimaryPicContent: fine, SecondaryPicContent: fine };
    const refused = await call(port, { ...compare, ...pictures, Format, InstanceName: `mock-${newCode.name}` });
    const envelope = parseEnvelope(refused.text);
    const right =
      envelope.kind === 'failure' && envelope.value.Code === newCode.name && envelope.value.Message === newCode.message;
    check(right && refused.status === newCode.httpStatus, `the mock answers mock-${newCode.name} in ${Format}`);
    const routed = await call(port, { Action: newAction.name, Version: newAction.version, Format, Question: 'why' });
    check(routed.status === 200 && routed.text.includes('because'), `the mock answers ${newAction.name} in ${Format}`);
  }
  const missing = await call(port, { Action: newAction.name, Version: newAction.version, Format: 'JSON' });
  check(missing.text.includes('InvalidParameter'), `the mock misses the parameter that ${newAction.name} requires`);
  const old = await call(port, { Action: newAction.name, Version: '2020-12-14', Format: 'JSON' });
  check(old.text.includes('InvalidVersion'), `the mock knows the version of ${newAction.name}`);
}

/** Fields of every type survive being written and read, in both formats. */
function fields(): void {
  const added = {
    DrillInteger: 7,
    DrillNumber: 0.5,
    DrillFlag: true,
    DrillChoice: 'left',
    DrillDate: '2026-01-09',
    DrillTexts: ['a', 'b'],
    DrillObject: { Kind: 'k', Size: 3 },
  };
  const result = { Score: 0.5, Success: true, RequestId: 'R', Msg: 'success', ...added, Code: 0 };
  for (const answer of [jsonAnswer, xmlAnswer]) {
    const read = parseEnvelope(renderResult('CompareSimilarByImage', result, answer).body);
    const value = read.kind === 'success' ? (read.value as unknown as Readonly<Record<string, unknown>>) : {};
    const lost = Object.entries(added).filter(
      ([key, expected]) => JSON.stringify(value[key]) !== JSON.stringify(expected),
    );
    check(
      lost.length === 0,
      `new fields of every type are written and read in ${answer.format}${lost.map(([key]) => ` (not ${key})`).join('')}`,
    );
  }
  const reference = actionReferences.find(({ action }) => action === newAction.name);
  check(reference?.parameters[0]?.name === 'Question', `the reference lists what ${newAction.name} takes and answers`);
}

fields();
const mock = await startMockServer({ instances: { demoinstance1: {} } });
await newParts(mock.port);
await limits('mock', mock.port);
await names('mock', mock.port);
await patience('mock', mock.port);
await mock.close();
const engine = await startEngine({
  port: 0,
  allowAnonymous: true,
  settings: { limits: { workers: 1 }, logging: { level: 'silent' } },
});
const routed = await call(engine.port, {
  Action: newAction.name,
  Version: newAction.version,
  Format: 'JSON',
  Question: 'why',
});
check(
  routed.text.includes(newCode.name),
  `the engine routes ${newAction.name} to its handler, which answers ${newCode.name}`,
);
await limits('engine', engine.port);
await names('engine', engine.port);
await patience('engine', engine.port);
await engine.stop();
agent.destroy();
process.exitCode = failures === 0 ? 0 : 1;
