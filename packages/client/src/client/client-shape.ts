import type { ServiceType } from '@semblance/spec/limits';
import type { OptionShape } from './option-shape.ts';

/** Options that a call may override. */
const sharedShape: OptionShape = {
  instanceName: 'text',
  retry: 'any',
  attemptTimeoutMs: 'number',
  totalTimeoutMs: 'number',
  headers: 'object',
  check: 'boolean',
};

/** Options of one comparison. */
export const compareShape: OptionShape = { ...sharedShape, signal: 'object' };

/** Options of `compareMany`. */
export const manyShape: OptionShape = {
  ...compareShape,
  concurrency: 'whole',
  qps: 'number',
  order: ['input', 'completion'],
  onProgress: 'function',
};

/** The type keeps it complete; importing the limits themselves would enlarge the bundle. */
const serviceTypeNames: Readonly<Record<ServiceType, 1>> = {
  product: 1,
  generic: 1,
  furniture: 1,
  hardware: 1,
  trademark: 1,
  fabric: 1,
  copyright: 1,
};
const serviceType = Object.keys(serviceTypeNames);

/** Options of `check`. */
export const checkShape: OptionShape = { picture: ['primary', 'secondary'], serviceType, signal: 'object' };

/** Options of a client. */
export const clientShape: OptionShape = {
  ...sharedShape,
  endpoint: 'any',
  serviceType,
  credentials: 'any',
  dialect: ['V3', 'V1'],
  format: ['json', 'xml'],
  transfer: {
    mode: ['auto', 'inline', 'upload'],
    inlineMaxBytes: 'number',
    authorizeEndpoint: 'any',
    regionId: 'text',
  },
  maxConcurrency: 'whole',
  maxInputBytes: 'number',
  prepare: 'function',
  hooks: { attemptStarted: 'function', attemptEnded: 'function' },
  logger: 'object',
  fetch: 'function',
  fit: 'node',
  proxy: 'node',
};

/** Options of retries. */
export const retryShape: OptionShape = { maxAttempts: 'whole', baseDelayMs: 'delay', maxDelayMs: 'delay' };
