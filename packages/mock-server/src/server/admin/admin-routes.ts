import { errorCatalog } from '@semblance/spec/error-catalog';
import type { SignatureMode } from '../../checks/check-signature.ts';
import type { Mock } from '../../mock/mock.ts';
import type { MockSession } from '../../session/mock-session.ts';
import { makePair } from '../../scoring/make-pair.ts';
import type { ResolvedStep } from '../../answer/scenarios/plan.ts';
import { scenarioNames } from '../../answer/scenarios/scenario-name.ts';
import { readReceived } from './read-received.ts';
import { readChaos, readInstanceSettings, readPlan } from './read-input.ts';

/** An answer of the admin API. */
export interface AdminReply {
  readonly status: number;
  readonly contentType: string;
  /** A text is sent unchanged, anything else as JSON. */
  readonly body: unknown;
}

/** Input of a route. */
export interface AdminContext {
  readonly mock: Mock;
  /** The session named in the query, otherwise the default one. */
  readonly session: MockSession;
  readonly signature: SignatureMode;
  /** The request's JSON. */
  readonly input: unknown;
  /** The last part of the path, if any. */
  readonly name: string | undefined;
  readonly query: URLSearchParams;
}

type Route = (context: AdminContext) => unknown;

/** Routes by method and resource, all under `/__mock/api/`. A route that throws answers 400 with the message. */
export const adminRoutes: Readonly<Record<string, Route>> = {
  'GET state': state,
  'GET scenarios': () => scenarioNames.map(describeScenario),
  'GET journal': ({ session }) => session.journal.entries(),
  'DELETE journal': ({ session }) => {
    session.journal.clear();
    return { ok: true };
  },
  'GET received': ({ session, query }) => readReceived(session.journal, query),
  'GET violations': ({ session }) => session.violations(),
  'GET har': ({ session }) => session.journal.toHar(),
  'GET pair': ({ query }) => pairOf(query),
  'POST use': (context) => {
    const plan = readPlan(context.input);
    if (context.query.get('replace') === 'yes') context.session.clearPlans();
    context.session.use(plan);
    return state(context);
  },
  'DELETE use': (context) => {
    context.session.clearPlans();
    return state(context);
  },
  'POST reset': (context) => {
    if (context.query.has('session')) context.session.reset();
    else context.mock.resetAll();
    return state(context);
  },
  'PUT chaos': (context) => {
    context.mock.setChaos(readChaos(context.input));
    return state(context);
  },
  'PUT instances': (context) => {
    context.session.setInstance(nameOf(context), readInstanceSettings(context.input));
    return state(context);
  },
  'DELETE instances': (context) => {
    context.session.removeInstance(nameOf(context));
    return state(context);
  },
};

function state({ mock, session, signature }: AdminContext): unknown {
  return {
    sessions: mock.sessions(),
    pending: session.pending().map(describeStep),
    instances: session.instances(),
    chaos: mock.chaos() ?? null,
    signature,
    received: session.journal.entries().length,
  };
}

/** Replaces `Infinity`, which JSON lacks. */
function describeStep(step: ResolvedStep): unknown {
  const { operation, times, delayMs } = step;
  const what =
    'reply' in step
      ? { reply: typeof step.reply === 'function' ? '[a function]' : step.reply }
      : { scenario: step.scenario };
  return { ...what, operation, times: Number.isFinite(times) ? times : 'all', delayMs };
}

function describeScenario(name: string): unknown {
  if (!Object.hasOwn(errorCatalog, name)) return { name };
  const { httpStatus, message, family, meaning } = errorCatalog[name as keyof typeof errorCatalog];
  return { name, httpStatus, message, family, meaning };
}

function pairOf(query: URLSearchParams): unknown {
  const seed = Number(query.get('seed') ?? 1);
  const pair = makePair({ score: Number(query.get('score')), seed });
  return { PrimaryPicContent: pair.primaryBase64, SecondaryPicContent: pair.secondaryBase64 };
}

function nameOf({ name }: AdminContext): string {
  if (name === undefined) throw new TypeError('Name the instance at the end of the path: /__mock/api/instances/NAME.');
  return name;
}
