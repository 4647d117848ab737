import { isErrorCode } from '@semblance/spec/error-policy';
import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { compareAction, formMediaType } from '@semblance/spec/protocol';
import { encodeBase64 } from '@semblance/wire/base64';
import { encodeForm } from '@semblance/wire/form';
import { parseEnvelope } from '@semblance/wire/parse';
import type { ScoreAnswer, Scorer, ScoreInput } from './scorer.ts';

/** The part of `@semblance/engine` used here. */
interface EngineModule {
  readonly startEngine: (options: {
    readonly port: number;
    readonly allowAnonymous: boolean;
    readonly settings: object;
  }) => Promise<RunningEngine>;
}

interface RunningEngine {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const comparableTypes = (Object.keys(serviceTypes) as ServiceType[]).filter((name) => serviceTypes[name].comparable);

/** The engine's instance for a service type; types that it does not compare use the generic one. */
const instanceOf = (serviceType: ServiceType): string =>
  `mockscoring${comparableTypes.includes(serviceType) ? serviceType : 'generic'}`;

/** Not a literal in the import, because the engine is optional and bundlers must not resolve it. */
const enginePackage = '@semblance/engine';

/**
 * Scores with the engine, which is started on its own port at the first call. A picture the engine cannot decode gets the engine's code.
 * @failure the first call rejects with an error that says what to install when the engine is missing.
 */
export function engineScore(): Scorer {
  let running: Promise<RunningEngine> | undefined;
  return {
    score: async (input) => {
      running ??= start().catch((error: unknown) => {
        // The next call tries again.
        running = undefined;
        throw error;
      });
      return askEngine(await running, input);
    },
    prepare: async () => {
      await loadEngine();
    },
    close: async () => {
      const engine = await running?.catch(() => undefined);
      running = undefined;
      await engine?.stop();
    },
  };
}

async function start(): Promise<RunningEngine> {
  const { startEngine } = await loadEngine();
  // The mock has already checked rate and instance; the service type determines how the engine scores.
  const instances = comparableTypes.map((serviceType) => ({
    name: instanceOf(serviceType),
    owner: 'mock',
    serviceType,
    queriesPerSecond: 1_000_000,
    burst: 1_000_000,
  }));
  return startEngine({ port: 0, allowAnonymous: true, settings: { instances } });
}

async function loadEngine(): Promise<EngineModule> {
  try {
    return (await import(/* @vite-ignore */ enginePackage)) as EngineModule;
  } catch (cause) {
    throw new Error(`Scoring by the engine needs its package: npm install --save-dev ${enginePackage}`, { cause });
  }
}

async function askEngine(
  { url }: RunningEngine,
  { serviceType, primary, secondary }: ScoreInput,
): Promise<ScoreAnswer> {
  const body = encodeForm([
    ['Action', compareAction.action],
    ['Version', compareAction.version],
    ['Format', 'JSON'],
    ['InstanceName', instanceOf(serviceType)],
    ['PrimaryPicContent', encodeBase64(primary)],
    ['SecondaryPicContent', encodeBase64(secondary)],
  ]);
  const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': formMediaType } });
  const envelope = parseEnvelope(await response.text());
  if (envelope.kind === 'success') return envelope.value.Score;
  if (envelope.kind === 'failure' && isErrorCode(envelope.value.Code)) return envelope.value.Code;
  throw new Error(`The engine answered ${response.status} with something that is no envelope.`);
}
