import { signV1, signV3 } from '@semblance/signing';
import { verifyV1, verifyV3 } from '@semblance/signing/verify';
import { expect, test } from 'vitest';
import { received, receivedV1 } from './received.ts';
import type { PlacementV1 } from './received.ts';
import { vectorsV1 } from './vectors/v1.ts';
import { awkwardQueryTarget, vectorsV3 } from './vectors/v3.ts';

test.each(vectorsV3)(
  'V3 reproduces the outside vector: $name',
  async ({ input, canonicalRequest, canonicalRequestHash, signature }) => {
    const signed = await signV3(input);
    expect(signed.canonicalRequest).toBe(canonicalRequest ?? signed.canonicalRequest);
    expect(signed.stringToSign).toBe(`ACS3-HMAC-SHA256\n${canonicalRequestHash}`);
    expect(signed.headers['authorization']).toContain(`Signature=${signature}`);
  },
);

test.each(vectorsV3)('V3 is accepted: $name', async ({ name, input }) => {
  const signed = await received(input);
  const request = name.includes('awkward') ? { ...signed, target: awkwardQueryTarget } : signed;
  const verification = await verifyV3(request, optionsFor(input));
  expect(verification).toMatchObject({
    ok: true,
    value: { dialect: 'V3', action: input.action, version: input.version },
  });
});

test.each(vectorsV1)('V1 reproduces the outside vector: $name', async ({ input, stringToSign, signature }) => {
  const signed = await signV1(input);
  expect(signed.stringToSign).toBe(stringToSign ?? signed.stringToSign);
  expect(signed.commonParameters.at(-1)).toEqual(['Signature', signature]);
});

const placements: readonly PlacementV1[] = ['query', 'body', 'split'];
test.each(
  vectorsV1.flatMap((vector) => placements.map((placement) => [vector.name, placement, vector.input] as const)),
)('V1 is accepted: %s, parameters in %s', async (_name, placement, input) => {
  const verification = await verifyV1(await receivedV1(input, placement), optionsFor(input));
  expect(verification).toMatchObject({ ok: true, value: { dialect: 'V1', action: input.action } });
});

function optionsFor({
  key,
  date,
}: {
  key: { accessKeySecret: string; securityToken?: string | undefined };
  date: Date;
}) {
  const { accessKeySecret, securityToken } = key;
  const temporary = securityToken === undefined ? undefined : { securityToken, expiresAtMs: date.getTime() + 1 };
  return { findKey: () => ({ accessKeySecret, temporary }), nowMs: date.getTime() };
}
