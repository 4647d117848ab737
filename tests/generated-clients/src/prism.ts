import { createRequire } from 'node:module';
import { documentFile } from './generate.ts';

/** One remark of Prism's about an answer. */
export interface Remark {
  readonly message: string;
}

/** An answer as Prism looks at it. */
export interface PrismAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An operation of the document, as Prism reads it. */
export interface PrismOperation {
  readonly iid: string;
}

type Either<Value> =
  | { readonly _tag: 'Right'; readonly right: Value }
  | { readonly _tag: 'Left'; readonly left: unknown };

interface Prism {
  readonly getHttpOperationsFromSpec: (file: string) => Promise<readonly PrismOperation[]>;
  readonly createInstance: (
    settings: object,
    components: object,
  ) => {
    readonly request: (
      request: object,
      operations: readonly PrismOperation[],
    ) => () => Promise<Either<{ output: PrismAnswer }>>;
  };
}

interface Validator {
  readonly validateOutput: (question: { resource: PrismOperation; element: PrismAnswer }) => Either<PrismAnswer>;
}

// Prism is CommonJS, and its validators, which its proxy runs, have no export of their own.
const require = createRequire(import.meta.url);
const prism = require('@stoplight/prism-http') as Prism;
const validator = require('@stoplight/prism-http/dist/validator/index.js') as Validator;

/** The operations of the committed document. */
export function operationsOfDocument(): Promise<readonly PrismOperation[]> {
  return prism.getHttpOperationsFromSpec(documentFile);
}

/** What Prism's validating proxy would report about an answer; empty when it is as the document says. */
export function remarksOn(operation: PrismOperation, answer: PrismAnswer): readonly Remark[] {
  const verdict = validator.validateOutput({ resource: operation, element: answer });
  return verdict._tag === 'Right' ? [] : (verdict.left as readonly Remark[]);
}

const silent = (): void => {};
const logger = {
  success: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  trace: silent,
  child: (): unknown => logger,
};

/** What Prism's mock answers an unsigned call of the action. */
export async function mockedAnswer(format: string | undefined): Promise<PrismAnswer> {
  const settings = { mock: { dynamic: false }, validateRequest: true, validateResponse: true, checkSecurity: true };
  const { request } = prism.createInstance({ ...settings, errors: true, isProxy: false }, { logger });
  const accept = format === 'XML' ? { accept: 'text/xml' } : {};
  const answer = await request(
    {
      method: 'post',
      url: { path: '/', query: { Action: 'CompareSimilarByImage', Version: '2020-12-14' } },
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...accept },
      body: 'InstanceName=demoinstance1&PrimaryPicContent=aGVsbG8%3D&SecondaryPicContent=aGVsbG8%3D',
    },
    await operationsOfDocument(),
  )();
  if (answer._tag === 'Left') throw new Error(`Prism refused the request: ${JSON.stringify(answer.left)}`);
  return answer.right.output;
}
