import { expect, test } from 'vitest';
import { hostId } from './host-id.ts';

test.each([
  ['imagesearch.cn-shanghai.aliyuncs.com', 'imagesearch.cn-shanghai.aliyuncs.com'],
  ['127.0.0.1:8080', '127.0.0.1'],
  ['[::1]:8080', '[::1]'],
  ['LOCALHOST:', 'localhost'],
  [undefined, ''],
  ['a b', ''],
  ['<script>', ''],
  ['a'.repeat(254), ''],
])('%s gives %s', (host, expected) => {
  expect(hostId(host)).toBe(expected);
});
