import { expect, test } from 'vitest';
import { vectorsV1 } from '../../../signing/test/vectors/v1.ts';
import { vectorsV3 } from '../../../signing/test/vectors/v3.ts';
import { parseEndpoint } from './endpoint.ts';
import { planInline } from '../compare/plan-transfer.ts';
import { signInDialect } from './sign-in-dialect.ts';

const pictures = {
  primary: Buffer.from('iVBORw0KGgo+/w==', 'base64'),
  secondary: Buffer.from('/9j/4AAQSkZJRg==', 'base64'),
};
const endpoint = parseEndpoint('imagesearch.cn-shanghai.aliyuncs.com');
const transfer = { mode: 'inline', inlineMaxBytes: 1, authorizeEndpoint: endpoint, regionId: undefined } as const;
const form = planInline(pictures, 'demoinstance1', transfer);

const v3 = vectorsV3.filter(
  ({ input }) =>
    input.extraHeaders?.['x-acs-credentials-provider'] !== undefined &&
    ![...(input.query ?? [])].some(([name]) => name === 'Note'),
);

test('the shared V3 vectors include the three that this client can send', () => {
  expect(v3.map(({ name }) => name)).toEqual([
    'POST with a permanent key',
    'POST with a temporary key',
    'GET AuthorizeFileUpload',
  ]);
});

test.each(v3)('V3: $name', async ({ input, signature }) => {
  const { action, version, key, date, nonce, host } = input;
  const isPost = input.method === 'POST';
  const request = await signInDialect(
    {
      endpoint: parseEndpoint(host),
      action,
      version,
      method: isPost ? 'POST' : 'GET',
      query: [...(input.query ?? [])],
      form: isPost ? form : undefined,
      format: 'JSON',
    },
    { dialect: 'V3', credentials: key, date, nonce },
  );
  expect(request.headers['authorization']).toMatch(new RegExp(`Signature=${signature}$`));
});

const v1 = vectorsV1.filter(
  ({ input }) => input.action === 'CompareSimilarByImage' && input.format === 'JSON' && input.method === 'POST',
);

test.each(v1)('V1: $name', async ({ input, signature }) => {
  const { action, version, key, date, nonce } = input;
  const request = await signInDialect(
    { endpoint, action, version, method: 'POST', query: [], form, format: 'JSON' },
    { dialect: 'V1', credentials: key, date, nonce },
  );
  const sent = new URLSearchParams(new TextDecoder().decode(request.body?.[0]));
  expect(sent.get('Signature')).toBe(signature);
  expect(request.url).toBe('https://imagesearch.cn-shanghai.aliyuncs.com/');
});
