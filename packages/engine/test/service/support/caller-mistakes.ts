import { pair } from './call.ts';
import type { CallOptions } from './call.ts';
import { ppm } from './pictures.ts';
import { faultWidths } from './scripted-analyser.ts';

/** The ordinary pair with another first picture. */
export const primary = (content: Buffer | string): Record<string, string> => ({
  ...pair,
  PrimaryPicContent: typeof content === 'string' ? content : content.toString('base64'),
});
/** The ordinary pair with another second picture. */
export const secondary = (content: Buffer | string): Record<string, string> => ({
  ...pair,
  SecondaryPicContent: typeof content === 'string' ? content : content.toString('base64'),
});
const without = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(pair).filter(([field]) => field !== name));
/** A JPEG whose only segment says "turn me". */
const rotatedJpeg = Buffer.concat([
  Buffer.from('ffd8ffe1001e457869660000', 'hex'),
  Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex').subarray(0, 22),
  Buffer.from('ffc0000b08006400640101110000', 'hex').subarray(0, 13),
  Buffer.from('ffda0008010100003f00aaffd9', 'hex'),
]);

/** Signed calls with one mistake each, and the code it earns. */
export const callerMistakes: readonly (readonly [
  code: string,
  parameters: Record<string, string>,
  options?: CallOptions,
])[] = [
  ['UnsupportedOperationType', pair, { action: 'SearchImageByPic' }],
  ['InvalidVersion', pair, { version: '2019-03-25' }],
  ['MissingInstanceName', without('InstanceName')],
  ['EmptyMeta', { ...pair, InstanceName: '' }],
  ['InvalidInstance', { ...pair, InstanceName: 'x'.repeat(21) }],
  ['InvalidInstance', { ...pair, InstanceName: 'imagesearch-cn-12' }],
  ['InvalidInstance', { ...pair, InstanceName: 'a\u0007b' }],
  ['Console.InstanceNotFound', { ...pair, InstanceName: 'nowhere' }],
  ['Console.NoPermissionError', { ...pair, InstanceName: 'foreign' }],
  ['NoPermission', pair, { key: { accessKeyId: 'user', accessKeySecret: 'userSecret' } }],
  ['NoPermission', pair, { key: { accessKeyId: 'denied', accessKeySecret: 'deniedSecret' } }],
  ['InstanceStatusError', { ...pair, InstanceName: 'suspended' }],
  ['InstanceStatusError', { ...pair, InstanceName: 'expired' }],
  ['InstanceStatusError', { ...pair, InstanceName: 'draining' }],
  ['UnsupportedInstanceType', { ...pair, InstanceName: 'copyright' }],
  ['NoSpecifiedPic', without('PrimaryPicContent')],
  ['NoSpecifiedPic', secondary('')],
  ['InvalidPicUrl', primary('https://example.com/a.jpg')],
  ['InvalidPicUrl', primary('file:///etc/passwd')],
  ['InvalidPicUrl', primary(`http://user@127.0.0.1/imagesearch/${'0'.repeat(48)}`)],
  ['InvalidPrimaryPicContent', primary('data:image/png;base64,AAAA')],
  ['InvalidPrimaryPicContent', primary('_-_-')],
  ['InvalidSecondaryPicContent', secondary('####')],
  ['InvalidSecondaryPicContent', secondary(ppm(faultWidths.corrupt))],
  ['InvalidPicContent', primary(Buffer.alloc(4_194_305, 1))],
  ['UnsupportedPicFormat', primary(Buffer.from('hello, this is no picture'))],
  ['UnsupportedPictureFormat', primary(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'))],
  ['UnsupportedPicPixels', primary(ppm(99))],
  ['UnsupportedPicPixels', { ...pair, InstanceName: 'trademark' }],
  ['UnsupportedPicPixels', { ...pair, InstanceName: 'fabric' }],
  ['IncorrectOrientation', primary(rotatedJpeg)],
];
