import type { ErrorEntry } from './errors.ts';
import { typescriptFile, type EmittedFiles } from './write.ts';

/** The part of the catalogue that a small client needs: codes, status, retry, address of the page. */
export function emitErrorPolicy(entries: readonly ErrorEntry[], documentationBaseUrl: string): EmittedFiles {
  const codes = (family: string): string =>
    entries
      .filter((entry) => entry.family === family)
      .map((entry) => `\n  | '${entry.code}'`)
      .join('');
  const reached = (reach: string): string =>
    entries
      .filter((entry) => entry.family !== 'upload' && entry.reach === reach)
      .map((entry) => `\n  | '${entry.code}'`)
      .join('') || ' never';
  const policies = entries
    .filter((entry) => entry.family !== 'upload')
    .map((entry) => `  '${entry.code}': [${entry.httpStatus}, '${entry.retry}'],`)
    .join('\n');
  const later = entries.filter(({ family, cause }) => family !== 'upload' && cause === 'flow-control');
  return {
    'error-policy.ts': typescriptFile(`
/** The codes of the operation. */
export type OperationErrorCode =${codes('operation')};

/** The codes of the gateway in front of it. */
export type GatewayErrorCode =${codes('gateway')};

/** The codes of the upload form. */
export type UploadErrorCode =${codes('upload')};

/** Every code a call of the action can be answered with. */
export type ErrorCode = OperationErrorCode | GatewayErrorCode;

/** Codes that only a labelled simulation answers: they belong to other operations, or to parts an engine does not have. */
export type SimulatedErrorCode =${reached('simulated')};

/** Codes that an engine answers once a part is switched on. */
export type OptionalErrorCode =${reached('optional')};

/**
 * What a caller may do with the same request. \`never\`: it has to change. \`once\`: one more try. \`backoff\`: several
 * tries, waiting longer each time and at least as long as \`Retry-After\`. \`retry-after\`: only when the answer carries
 * \`Retry-After\`. \`clock\`: once, after correcting the clock by the answer's \`Date\`.
 */
export type Retry = 'never' | 'once' | 'backoff' | 'retry-after' | 'clock';

/** HTTP status and retry guidance of each code. */
export const errorPolicies: Readonly<Record<ErrorCode, readonly [httpStatus: number, retry: Retry]>> = {
${policies}
};

/** Whether \`code\` is one of the contract's. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorPolicies, code);
}

/** Refusals that say nothing about the request, only that there are too many of them. */
export const flowControlCodes: readonly ErrorCode[] = [${later.map(({ code }) => `'${code}'`).join(', ')}];

/** Where the documentation site is published unless a server names another place. */
export const documentationBaseUrl = '${documentationBaseUrl}';

/** Address of the page that explains \`code\`. */
export function errorPageUrl(code: ErrorCode, baseUrl: string = documentationBaseUrl): string {
  return \`\${baseUrl}/errors/\${code.toLowerCase().replaceAll('.', '-')}/\`;
}
`),
  };
}
