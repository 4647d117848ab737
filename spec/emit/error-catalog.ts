import type { ErrorEntry } from './errors.ts';
import { jsonFile, literal, typescriptFile } from './write.ts';
import type { EmittedFiles } from './write.ts';

/** The catalogue as data and as TypeScript. */
export function emitErrorCatalog(entries: readonly ErrorEntry[]): EmittedFiles {
  const byCode = (family: string): object =>
    Object.fromEntries(entries.filter((entry) => entry.family === family).map((entry) => [entry.code, entry]));
  const union = (values: readonly string[]): string => [...new Set(values)].map((value) => `'${value}'`).join(' | ');
  const families = { operation: byCode('operation'), gateway: byCode('gateway'), upload: byCode('upload') };
  return {
    'error-catalog.json': jsonFile(families),
    'error-catalog.ts': typescriptFile(`
import type { ErrorCode, GatewayErrorCode, OperationErrorCode, Retry, UploadErrorCode } from './error-policy.ts';

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** Where the reason for an error lies. */
export type ErrorCause = ${union(entries.map((entry) => entry.cause))};

/** One entry of the catalogue. */
export interface ErrorEntry<Code extends string = string> {
  readonly code: Code;
  readonly family: 'operation' | 'gateway' | 'upload';
  readonly httpStatus: number;
  /** The exact message on the wire. */
  readonly message: string;
  /** The action page's own Chinese description; \`null\` for codes that are not on the page. */
  readonly pageDescription: string | null;
  readonly meaning: Bilingual;
  /** When the engine answers it. */
  readonly trigger: Bilingual;
  /** How to fix it. */
  readonly fix: Bilingual;
  readonly cause: ErrorCause;
  /** Which picture it is about. */
  readonly picture: 'none' | 'primary' | 'secondary' | 'either';
  readonly retry: Retry;
  readonly reach: 'real' | 'optional' | 'simulated';
  /** The part of the engine that answers an optional code. */
  readonly part: string | null;
  /** Search terms in both languages. */
  readonly search: { readonly en: readonly string[]; readonly zh: readonly string[] };
  /** Last path segment of the code's page. */
  readonly slug: string;
}

/** The ${Object.keys(families.operation).length} codes of the operation. */
export const operationErrors: { readonly [Code in OperationErrorCode]: ErrorEntry<Code> } = ${literal(families.operation)};

/** The ${Object.keys(families.gateway).length} codes of the gateway in front of it. */
export const gatewayErrors: { readonly [Code in GatewayErrorCode]: ErrorEntry<Code> } = ${literal(families.gateway)};

/** The ${Object.keys(families.upload).length} codes of the upload form, answered in XML only. */
export const uploadErrors: { readonly [Code in UploadErrorCode]: ErrorEntry<Code> } = ${literal(families.upload)};

/** Operation and gateway codes: all answers that a call of the action can get. */
export const errorCatalog: { readonly [Code in ErrorCode]: ErrorEntry<Code> } = { ...operationErrors, ...gatewayErrors };
`),
  };
}
