import type { ErrorEntry } from './errors.ts';
import { typescriptFile } from './write.ts';
import type { EmittedFiles } from './write.ts';

/** Emits the part of the catalogue for a small client: codes, status, retry, address of the page. */
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
  const called = entries.filter((entry) => entry.family !== 'upload');
  const statuses = called.map(({ code, httpStatus }) => `  '${code}': ${httpStatus},`).join('\n');
  const retries = called.map(({ code, retry }) => `  '${code}': '${retry}',`).join('\n');
  const later = entries.filter(({ family, cause }) => family !== 'upload' && cause === 'flow-control');
  return {
    'error-policy.ts': typescriptFile(`
/** The codes of the operation. */
export type OperationErrorCode =${codes('operation')};

/** The codes of the gateway in front of it. */
export type GatewayErrorCode =${codes('gateway')};

/** The codes of the upload form. */
export type UploadErrorCode =${codes('upload')};

/** All codes that a call of the action can get. */
export type ErrorCode = OperationErrorCode | GatewayErrorCode;

/** Codes that only a labelled simulation answers, because they belong to other operations or to parts that an engine lacks. */
export type SimulatedErrorCode =${reached('simulated')};

/** Codes that an engine answers once a part is switched on. */
export type OptionalErrorCode =${reached('optional')};

/**
 * What a caller may do with the same request. \`never\`: it has to change. \`once\`: one more try. \`backoff\`: several
 * tries, waiting longer each time and at least as long as \`Retry-After\`. \`retry-after\`: only when the answer carries
 * \`Retry-After\`. \`clock\`: once, after correcting the clock by the answer's \`Date\`.
 */
export type Retry = 'never' | 'once' | 'backoff' | 'retry-after' | 'clock';

/** Retry guidance of each code. */
export const errorRetries: Readonly<Record<ErrorCode, Retry>> = {
${retries}
};

/** HTTP status of each code; a separate table, because clients need only the other one. */
export const errorStatuses: Readonly<Record<ErrorCode, number>> = {
${statuses}
};

/** Whether \`code\` is one of the contract's. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorRetries, code);
}

/** Codes of flow control: too many requests, nothing wrong with this one. */
export const flowControlCodes: readonly ErrorCode[] = [${later.map(({ code }) => `'${code}'`).join(', ')}];

/** Default address of the documentation site. */
export const documentationBaseUrl = '${documentationBaseUrl}';

/** Address of the page that explains \`code\`. */
export function errorPageUrl(code: ErrorCode, baseUrl: string = documentationBaseUrl): string {
  return \`\${baseUrl}/errors/\${code.toLowerCase().replaceAll('.', '-')}/\`;
}
`),
  };
}
