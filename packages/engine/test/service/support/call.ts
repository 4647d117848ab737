import { request as httpRequest } from 'node:http';
import { createNonce, signV1, signV3 } from '@semblance/signing';
import type { SigningKey } from '@semblance/signing';
import { compareAction, formMediaType } from '@semblance/spec/protocol';
import type { Engine } from '../../../src/lifecycle/start-engine.ts';
import { ppm } from './pictures.ts';

/** The key of most tests. */
export const key: SigningKey = { accessKeyId: 'testAccessKeyId', accessKeySecret: 'testAccessKeySecret' };

/** An answer, its body parsed where it is JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Two different pictures that compare well. */
export const pair: Readonly<Record<string, string>> = {
  InstanceName: 'demoinstance1',
  PrimaryPicContent: ppm(120, 100, 100).toString('base64'),
  SecondaryPicContent: ppm(121, 100, 101).toString('base64'),
};

/** Sends one HTTP request as it is. */
export function send(
  engine: Pick<Engine, 'port'>,
  {
    method = 'POST',
    path = '/',
    headers = {},
    body = '',
  }: { method?: string; path?: string; headers?: Readonly<Record<string, string>>; body?: string | Buffer },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port: engine.port, method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
        });
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** How a signed call departs from an ordinary one. */
export interface CallOptions {
  readonly key?: SigningKey;
  readonly action?: string;
  readonly version?: string;
  readonly date?: Date;
  readonly nonce?: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly method?: string;
}

/** The headers and body of a V3 call, signed but not sent. */
export async function signedCall(
  engine: Pick<Engine, 'port'>,
  parameters: Readonly<Record<string, string>>,
  options: CallOptions = {},
): Promise<{ method: string; path: string; headers: Readonly<Record<string, string>>; body: string }> {
  const body = new URLSearchParams(parameters).toString();
  const query = options.query ?? [];
  const { headers } = await signV3({
    key: options.key ?? key,
    method: options.method ?? 'POST',
    host: `127.0.0.1:${engine.port}`,
    query,
    contentType: formMediaType,
    action: options.action ?? compareAction.action,
    version: options.version ?? compareAction.version,
    body: Buffer.from(body),
    date: options.date ?? new Date(),
    nonce: options.nonce ?? createNonce(),
  });
  const path =
    query.length === 0 ? '/' : `/?${new URLSearchParams(query.map(([name, value]) => [name, value])).toString()}`;
  return { method: options.method ?? 'POST', path, headers, body };
}

/** Signs and sends a V3 call. */
export async function call(
  engine: Pick<Engine, 'port'>,
  parameters: Readonly<Record<string, string>> = pair,
  options: CallOptions = {},
): Promise<Reply> {
  return send(engine, await signedCall(engine, parameters, options));
}

/** Signs and sends a V1 call, everything in the body. */
export async function callV1(
  engine: Pick<Engine, 'port'>,
  parameters: Readonly<Record<string, string>> = pair,
  options: CallOptions & { readonly format?: string } = {},
): Promise<Reply> {
  const { commonParameters } = await signV1({
    method: 'POST',
    action: options.action ?? compareAction.action,
    version: options.version ?? compareAction.version,
    format: options.format,
    parameters: Object.entries(parameters),
    key: options.key ?? key,
    date: options.date ?? new Date(),
    nonce: options.nonce ?? createNonce(),
  });
  const body = new URLSearchParams([
    ...commonParameters.map(([name, value]) => [name, value]),
    ...Object.entries(parameters),
  ]);
  return send(engine, { headers: { 'content-type': formMediaType }, body: body.toString() });
}
