import { createClient, isApiError, isSemblanceError } from '@semblance/client';
import type { Fetch } from '@semblance/client';
import type { ScoreFunction } from '@semblance/mock-server/mock';
import { captureExchanges } from './captured-exchange.ts';
import type { Exchange } from './captured-exchange.ts';
import { pageKey } from './settings.ts';
import type { ConsoleSettings } from './settings.ts';

/** The two files to compare. */
export interface PicturePair {
  readonly primary: Uint8Array<ArrayBuffer>;
  readonly secondary: Uint8Array<ArrayBuffer>;
}

/** How a comparison ended. */
export type ConsoleOutcome =
  | {
      readonly kind: 'score';
      readonly score: number;
      readonly requestId: string;
      readonly exchange: Exchange | undefined;
    }
  | {
      readonly kind: 'failure';
      /** A code of the contract, or of the client for requests that never reached the server. */
      readonly code: string;
      readonly message: string;
      /** Whether the code is from the server. */
      readonly fromServer: boolean;
      readonly exchange: Exchange | undefined;
    };

/**
 * Compares two pictures through the project's client, with a single attempt, and captures the exchange.
 * @param computeScore  computes the score when the page itself answers.
 */
export async function sendComparison(
  settings: ConsoleSettings,
  pair: PicturePair,
  computeScore: ScoreFunction,
): Promise<ConsoleOutcome> {
  const credentials = credentialsOf(settings);
  const capture = captureExchanges(await sender(settings, computeScore));
  try {
    const client = createClient({
      endpoint: settings.endpoint,
      instanceName: settings.instanceName,
      serviceType: settings.serviceType,
      credentials,
      dialect: credentials === undefined ? undefined : settings.dialect,
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

async function sender({ target, scoring, serviceType }: ConsoleSettings, computeScore: ScoreFunction): Promise<Fetch> {
  if (target !== 'page') return (url, init) => fetch(url, init);
  const { createMock } = await import('@semblance/mock-server/mock');
  const mock = createMock({
    signature: 'strict',
    accessKeys: { [pageKey.accessKeyId]: { accessKeySecret: pageKey.accessKeySecret } },
    scoring: scoring === 'computed' ? computeScore : 'bytes',
    instances: { demoinstance1: { serviceType } },
  });
  return (url, init) => mock.respond(new Request(url, init));
}
