import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { showProgress } from './model-progress.ts';

function screen(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 100 }) as unknown as NodeJS.WriteStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')) };
}

test('a terminal shows a bar for each file, full at its end', () => {
  const { stream, text } = screen(true);
  const { show, stop } = showProgress(stream);
  for (const receivedBytes of [1_000_000, 4_000_000]) show({ name: 'a.onnx', receivedBytes, totalBytes: 4_000_000 });
  show({ name: 'b.onnx', receivedBytes: 500_000, totalBytes: 1_000_000 });
  stop();
  const half = '█'.repeat(15) + '░'.repeat(15);
  expect(text()).toContain(`  a.onnx  ${'█'.repeat(30)}  100 %  4.0 MB of 4.0 MB\n`);
  expect(text()).toMatch(new RegExp(`  b\\.onnx  ${half}  50 %  0\\.5 MB of 1\\.0 MB\n$`));
});

test('for a file of unknown size it shows the bytes received', () => {
  const { stream, text } = screen(true);
  const { show, stop } = showProgress(stream);
  show({ name: 'a.onnx', receivedBytes: 1_500_000, totalBytes: undefined });
  show({ name: 'b.onnx', receivedBytes: 2_000_000, totalBytes: 4_000_000 });
  stop();
  expect(text()).toMatch(/ {2}b\.onnx .* 50 % {2}2\.0 MB of 4\.0 MB\n$/);
  expect(text()).toMatch(/ {2}a\.onnx {2}1\.5 MB\n/);
});

test('elsewhere a line is written at every quarter', () => {
  const { stream, text } = screen(false);
  const { show } = showProgress(stream);
  for (let receivedBytes = 0; receivedBytes <= 8; receivedBytes += 1) show({ name: 'a', receivedBytes, totalBytes: 8 });
  expect(text().match(/\d+ %/g)).toEqual(['25 %', '50 %', '75 %', '100 %']);
});
