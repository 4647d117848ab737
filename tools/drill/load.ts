import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createNonce, signV3 } from '@semblance/signing';
import type { SigningKey } from '@semblance/signing';
import { authorizeUploadAction, compareAction, formMediaType } from '@semblance/spec/protocol';

/** A signed request as it goes over the wire. */
export interface SignedRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** What came of one request. */
export interface LoadReply {
  readonly status: number;
  readonly code: string;
  readonly text: string;
}

/** The world the callers live in; the drill moves it. */
export interface World {
  port: number;
  /** How far callers' clocks are off, as the engine's is. */
  offsetMs: number;
  /** True while the engine was killed without warning: what it had taken on is gone with it. */
  isCrashing: boolean;
  /** What the engine said last when it was asked whether it takes requests: a load balancer in front of it would do the same. */
  isReady: boolean;
  /** What is being done to the engine, for the report. */
  stage: string;
}

/** Calls of one account, counted. */
export interface Tally {
  readonly account: string;
  served: number;
  denied: number;
  /** Other refusals, by code. */
  readonly refused: Map<string, number>;
  serverErrors: number;
  readonly serverErrorCodes: Map<string, number>;
  lost: number;
  /** When answers were lost, and by which error. */
  readonly losses: Map<string, number>;
  cutByCrash: number;
}

const examples = path.resolve(import.meta.dirname, '../../examples/formats');
const picture = readFileSync(path.join(examples, 'teapot.jpg'));
const side = 150;

/** A picture nobody has sent before, so that no cache spares the workers. */
function freshPicture(): Buffer {
  return Buffer.concat([
    Buffer.from(`P6
${side} ${side}
255
`),
    randomBytes(side * side * 3),
  ]);
}

/** Signs a comparison of two example pictures. */
export async function signComparison(world: World, key: SigningKey, instance: string): Promise<SignedRequest> {
  const body = new URLSearchParams({
    InstanceName: instance,
    PrimaryPicContent: picture.toString('base64'),
    SecondaryPicContent: freshPicture().toString('base64'),
  });
  return sign(world, key, { ...compareAction, query: [], body: body.toString() });
}

/** Signs the authorisation of an upload. */
export function signUpload(world: World, key: SigningKey): Promise<SignedRequest> {
  const query: [string, string][] = [
    ['Product', 'ImageSearch'],
    ['RegionId', 'cn-shanghai'],
  ];
  return sign(world, key, { ...authorizeUploadAction, query, body: '' });
}

interface Operation {
  readonly action: string;
  readonly version: string;
  readonly query: readonly (readonly [string, string])[];
  readonly body: string;
}

async function sign(
  world: World,
  key: SigningKey,
  { action, version, query, body }: Operation,
): Promise<SignedRequest> {
  const { headers } = await signV3({
    key,
    method: 'POST',
    host: `127.0.0.1:${world.port}`,
    query,
    contentType: formMediaType,
    action,
    version,
    body: Buffer.from(body),
    date: new Date(Date.now() + world.offsetMs),
    nonce: createNonce(),
  });
  const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  return { path: search === '' ? '/' : `/?${search}`, headers, body };
}

/** Sends a request on a connection of its own. @failure the connection's error */
export function send(world: World, { path: target, headers, body }: SignedRequest): Promise<LoadReply> {
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: world.port,
      method: 'POST',
      path: target,
      headers,
      agent: false,
      timeout: 60_000,
    };
    const request = httpRequest(options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      response.on('error', reject);
      response.on('end', () => {
        const code = /"Code":"?(?<code>[A-Za-z0-9.]+)|<Code>(?<xml>[^<]+)/.exec(text)?.groups;
        resolve({ status: response.statusCode ?? 0, code: code?.['code'] ?? code?.['xml'] ?? 'none', text });
      });
    });
    request.on('timeout', () => request.destroy(new Error('no answer within a minute')));
    request.on('error', reject);
    request.end(body);
  });
}

/** A caller: its loops call again as soon as they have an answer, and pause where they are refused. */
export interface CallerPlan {
  readonly account: string;
  readonly key: () => SigningKey;
  readonly instance: string;
  readonly loops: number;
  readonly pauseMs: number;
  /** Authorises uploads instead of comparing. */
  readonly uploads?: boolean;
}

/** Keeps calling until told to stop. */
export async function runCaller(plan: CallerPlan, world: World, stop: AbortSignal): Promise<Tally> {
  const tally: Tally = {
    account: plan.account,
    served: 0,
    denied: 0,
    refused: new Map(),
    serverErrors: 0,
    serverErrorCodes: new Map(),
    lost: 0,
    losses: new Map(),
    cutByCrash: 0,
  };
  const loop = async (): Promise<void> => {
    while (!stop.aborted) {
      if (!world.isReady) {
        await setTimeout(50);
        continue;
      }
      await one(plan, world, tally);
      await setTimeout(plan.pauseMs);
    }
  };
  await Promise.all(Array.from({ length: plan.loops }, loop));
  return tally;
}

async function one(plan: CallerPlan, world: World, tally: Tally): Promise<void> {
  const request =
    plan.uploads === true
      ? await signUpload(world, plan.key())
      : await signComparison(world, plan.key(), plan.instance);
  try {
    const outcome = await send(world, request);
    count(tally, outcome);
    if (plan.uploads === true && outcome.status === 200) count(tally, await send(world, uploadForm(outcome.text)));
  } catch (error) {
    // Nobody listens while the engine starts again: nothing was taken on.
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') await setTimeout(200);
    else if (world.isCrashing) tally.cutByCrash += 1;
    else countLoss(tally, `${world.stage}: ${String(error)}`);
  }
}

function countLoss(tally: Tally, how: string): void {
  tally.lost += 1;
  tally.losses.set(how, (tally.losses.get(how) ?? 0) + 1);
}

/** The form that brings a picture to the address of an authorisation. */
function uploadForm(text: string): SignedRequest {
  const grant = JSON.parse(text) as Readonly<Record<string, string>>;
  const { AccessKeyId = '', EncodedPolicy = '', Signature = '', ObjectKey = '' } = grant;
  const fields = {
    OSSAccessKeyId: AccessKeyId,
    policy: EncodedPolicy,
    Signature,
    key: ObjectKey,
    success_action_status: '200',
  };
  const boundary = 'drillboundary0123456789';
  const head = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head.join('') + file), picture, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { path: '/', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body };
}

function count(tally: Tally, { status, code }: LoadReply): void {
  const add = (codes: Map<string, number>): void => void codes.set(code, (codes.get(code) ?? 0) + 1);
  if (status === 200) {
    tally.served += 1;
  } else if (status >= 500) {
    tally.serverErrors += 1;
    add(tally.serverErrorCodes);
  } else if (code === 'DeniedRequest') {
    tally.denied += 1;
  } else {
    add(tally.refused);
  }
}
