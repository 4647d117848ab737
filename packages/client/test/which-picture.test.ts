import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient, isApiError } from '@semblance/client';
import type { AnyApiError } from '@semblance/client';
import { file } from '@semblance/client/node';
import { examples } from '@semblance/spec/examples';
import { expect, test } from 'vitest';
import { exampleReply, fakeServer } from './fake-server.ts';
import type { Reply } from './fake-server.ts';

const pictures = join(import.meta.dirname, '../../../examples');
const rotated = join(pictures, 'wrong/rotated.jpg');
const upright = join(pictures, 'formats/teapot.jpg');

async function refusal(
  reply: Reply,
  compare: (client: ReturnType<typeof createClient>) => Promise<unknown>,
): Promise<AnyApiError> {
  await using server = await fakeServer(() => reply);
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo', retry: false });
  const error = await compare(client).catch((thrown: unknown) => thrown);
  if (!isApiError(error)) throw new Error(`not a refusal: ${String(error)}`);
  return error;
}

test.each([
  ['primary', rotated, upright],
  ['secondary', upright, rotated],
] as const)(
  'the cloud does not say which picture it means; the client finds out: %s',
  async (picture, first, second) => {
    const error = await refusal(exampleReply('IncorrectOrientation'), (client) =>
      client.compare(file(first), file(second)),
    );
    expect(error).toMatchObject({
      picture,
      file: rotated,
      detail: expect.stringMatching(/orientation 6.*auto-orient/),
    });
    expect(error.message).toBe(
      `CompareSimilarByImage was answered IncorrectOrientation (HTTP 400): ${error.serverMessage} The ${picture} picture (${rotated}): ${error.detail} Request id ${error.requestId}.`,
    );
  },
);

test('the server’s statement takes precedence over the client’s check', async () => {
  const reply = exampleReply('UnsupportedPicPixels');
  const headers = {
    ...reply.headers,
    'x-semblance-detail': 'Secondary picture: The picture is 50 x 50 pixels; send a larger one.',
  };
  const bytes = await readFile(upright);
  const name = new File([bytes], 'b.jpg');
  const error = await refusal({ ...reply, headers }, (client) => client.compare(bytes, name));
  expect(error).toMatchObject({
    picture: 'secondary',
    file: 'b.jpg',
    detail: 'The picture is 50 x 50 pixels; send a larger one.',
  });
  expect(error.message).toMatch(/The secondary picture \(b\.jpg\): The picture is 50 x 50 pixels/);
});

test('a detail without a picture is shown, and no picture is guessed', async () => {
  const reply = exampleReply('InvalidInstance');
  const headers = { ...reply.headers, 'x-semblance-detail': 'The name has a blank.' };
  const bytes = await readFile(rotated);
  const error = await refusal({ ...reply, headers }, (client) => client.compare(bytes, bytes));
  expect(error).toMatchObject({ picture: undefined, file: undefined, detail: 'The name has a blank.' });
  expect(error.message).toMatch(/The name has a blank\. Request id/);
});

test.each(['InvalidPrimaryPicContent', 'InvalidSecondaryPicContent'] as const)(
  '%s names the picture by itself',
  async (code) => {
    const bytes = await readFile(upright);
    const error = await refusal(exampleReply(code), (client) => client.compare(bytes, bytes));
    expect(error.picture).toBe(code === 'InvalidPrimaryPicContent' ? 'primary' : 'secondary');
    expect(error.message).toMatch(/It is the (?:primary|secondary) picture\. Request id/);
  },
);

test('when neither picture fails with the code, none is guessed', async () => {
  const bytes = await readFile(upright);
  const error = await refusal(exampleReply('UnsupportedPicPixels'), (client) => client.compare(bytes, bytes));
  expect(error).toMatchObject({ picture: undefined, detail: undefined });
  expect(error.message).toContain(`${examples.UnsupportedPicPixels.json['Message']} Request id`);
});

test('an unreadable file and a refused upload name the picture too', async () => {
  await using server = await fakeServer(() => exampleReply('success'));
  const client = createClient({ endpoint: server.endpoint, instanceName: 'demo' });
  await expect(client.compare(file(upright), file('/nowhere/b.png'))).rejects.toMatchObject({
    code: 'PictureInputInvalid',
    picture: 'secondary',
    file: '/nowhere/b.png',
    message: expect.stringMatching(/^The secondary picture \(\/nowhere\/b\.png\): it could not be read: ENOENT/),
  });
  expect(server.requests).toHaveLength(0);
});
