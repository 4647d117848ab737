import { createClient } from '@semblance/client';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';

/** An address where nothing listens, as a check must not use the network. */
const client = createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo' });

function canvas(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#335577' } });
}

test.each(['png', 'jpeg', 'webp', 'gif', 'tiff'] as const)('%s passes, and is described', async (format) => {
  const bytes = await canvas(320, 200).toFormat(format).toBuffer();
  expect(await client.check(bytes)).toMatchObject({
    ok: true,
    picture: { format, width: 320, height: 200, frameCount: 1 },
  });
});

test('the codes are those of the server', async () => {
  const small = await canvas(99, 200).png().toBuffer();
  const turned = await canvas(200, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const whole = await canvas(200, 200).png().toBuffer();
  const codes = {
    small: await client.check(small),
    turned: await client.check(turned),
    text: await client.check(Buffer.from('not a picture at all, only some text in ASCII')),
    svg: await client.check(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>')),
    empty: await client.check(new Uint8Array()),
    emptyText: await client.check(''),
    large: await client.check(new Uint8Array(4 * 1024 * 1024 + 1)),
    cut: await client.check(whole.subarray(0, whole.length / 2)),
    cutSecond: await client.check(whole.subarray(0, whole.length / 2), { picture: 'secondary' }),
    badBase64: await client.check('%%%'),
  };
  expect(
    Object.fromEntries(Object.entries(codes).map(([name, check]) => [name, check.ok ? 'ok' : check.code])),
  ).toEqual({
    small: 'UnsupportedPicPixels',
    turned: 'IncorrectOrientation',
    text: 'UnsupportedPicFormat',
    svg: 'UnsupportedPictureFormat',
    empty: 'NoSpecifiedPic',
    emptyText: 'NoSpecifiedPic',
    large: 'InvalidPicContent',
    cut: 'InvalidPrimaryPicContent',
    cutSecond: 'InvalidSecondaryPicContent',
    badBase64: 'InvalidPrimaryPicContent',
  });
});

test('the pixel limits are those of the service type', async () => {
  const bytes = await canvas(300, 300).png().toBuffer();
  expect(await client.check(bytes)).toMatchObject({ ok: true });
  expect(await client.check(bytes, { serviceType: 'fabric' })).toMatchObject({
    ok: false,
    code: 'UnsupportedPicPixels',
  });
  const fabric = createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo', serviceType: 'fabric' });
  expect(await fabric.check(bytes)).toMatchObject({ ok: false, code: 'UnsupportedPicPixels' });
});
