import { createClient, isApiError, isSemblanceError } from '@semblance/client';
import type { Fetch } from '@semblance/client';
import { captureExchanges } from './captured-exchange.ts';
import type { Exchange } from './captured-exchange.ts';
import type { ScoreFunction } from '@semblance/mock-server/mock';
import type { PageEngine } from './page-engine.ts';
import { mockKey } from './settings.ts';
import type { ConsoleSettings } from './settings.ts';

/** The two files to compare. */
export interface PicturePair {
  readonly primary: Uint8Array<ArrayBuffer>;
  readonly secondary: Uint8Array<ArrayBuffer>;
}

/** How a comparison ended. */
export type Outcome =
  | {
      readonly kind: 'score';
      readonly score: number;
      readonly requestId: string;
      readonly exchange: Exchange | undefined;
    }
  | {
      readonly kind: 'failure';
      /** A code of the contract, or one of the client's own for what never reached the server. */
      readonly code: string;
      readonly message: string;
      /** Whether the server said so. */
      readonly fromServer: boolean;
      readonly exchange: Exchange | undefined;
    };

/** Compares two pictures through the project's client, with a single attempt, and keeps what went over the wire. */
export async function sendComparison(settings: ConsoleSettings, pair: PicturePair): Promise<Outcome> {
  const capture = captureExchanges(await sender(settings));
  try {
    const client = createClient({
      endpoint: settings.endpoint,
      instanceName: settings.instanceName,
      serviceType: settings.serviceType,
      credentials: credentialsOf(settings),
      dialect: settings.dialect,
      format: settings.format,
      retry: false,
      transfer: { mode: 'inline' },
      fetch: capture.fetch,
    });
    const { score, requestId } = await client.compare(pair.primary, pair.secondary);
    return { kind: 'score', score, requestId, exchange: capture.last() };
  } catch (error) {
    if (!isSemblanceError(error)) throw error;
    const fromServer = isApiError(error);
    const code = isApiError(error) ? error.wireCode : error.code;
    const message = isApiError(error) ? error.serverMessage : error.message;
    return { kind: 'failure', code, message, fromServer, exchange: capture.last() };
  }
}

function credentialsOf({ accessKeyId, accessKeySecret, securityToken }: ConsoleSettings) {
  if (accessKeyId === '') return undefined;
  return { accessKeyId, accessKeySecret, securityToken: securityToken === '' ? undefined : securityToken };
}

async function sender({ target, scoring, serviceType }: ConsoleSettings): Promise<Fetch> {
  if (target !== 'mock') return (url, init) => fetch(url, init);
  const { createMock } = await import('@semblance/mock-server/mock');
  const mock = createMock({
    signature: 'strict',
    accessKeys: { [mockKey.accessKeyId]: { accessKeySecret: mockKey.accessKeySecret } },
    scoring: scoring === 'computed' ? await computedScore(serviceType) : 'bytes',
  });
  return (url, init) => mock.respond(new Request(url, init));
}

/** Opened when first needed, then kept: it is large. */
let pageEngine: Promise<PageEngine> | undefined;

async function computedScore(serviceType: ConsoleSettings['serviceType']): Promise<ScoreFunction> {
  pageEngine ??= import('./page-engine.ts').then(({ openPageEngine }) => openPageEngine());
  const engine = await pageEngine;
  return ({ primary, secondary }) => engine.score(primary, secondary, serviceType);
}
