import { checkChaosOptions } from '../answer/chaos.ts';
import type { ChaosOptions } from '../answer/chaos.ts';
import { faultScenarios } from '../answer/fault-scenarios.ts';
import type { MockOptions } from './mock-options.ts';
import { checkCases } from '../record/recorded-case.ts';
import { refuseUnknownNames } from '../answer/scenarios/refuse-unknown-names.ts';
import { checkInstanceSettings } from '../session/check-instance-settings.ts';

/** Every option of `createMock`; an option of the type that is missing here does not compile. */
const mockOptions: Readonly<Record<keyof MockOptions, true>> = {
  scoring: true,
  instances: true,
  signature: true,
  accessKeys: true,
  chaos: true,
  replay: true,
  seed: true,
  now: true,
  maxJournalEntries: true,
  uploadHost: true,
};

const signatureModes: ReadonlySet<unknown> = new Set([undefined, 'off', 'warn', 'strict']);

/**
 * Checks options for callers without types, for whom a misspelt option would silently test something else.
 * @throws TypeError or RangeError that names the option and its valid values.
 */
export function checkMockOptions(options: MockOptions): void {
  refuseUnknownNames(options, Object.keys(mockOptions), {
    owner: 'createMock',
    otherwise: "To choose what happens call mock.use('DeniedRequest').",
  });
  const { signature, seed, now, maxJournalEntries, uploadHost } = options;
  if (!signatureModes.has(signature)) throw new TypeError('signature is "off", "warn" or "strict".');
  if (seed !== undefined && !Number.isSafeInteger(seed)) throw new TypeError('seed is a whole number.');
  if (now !== undefined && typeof now !== 'function')
    throw new TypeError('now is a function that gives milliseconds since 1970, such as Date.now.');
  if (maxJournalEntries !== undefined && !(Number.isSafeInteger(maxJournalEntries) && maxJournalEntries >= 1))
    throw new RangeError('maxJournalEntries is a whole number from 1 up.');
  if (uploadHost !== undefined && !/^[^/\s.]+\.[^/\s]+$/.test(uploadHost))
    throw new TypeError('uploadHost is a host with a dot in it, such as 127.0.0.1:4010: clients join its two halves.');
  checkParts(options);
}

const chaosOptions: Readonly<Record<keyof ChaosOptions, true>> = {
  seed: true,
  latency: true,
  errorRate: true,
  errorCodes: true,
  faultRates: true,
};

/** @throws TypeError for an unknown name, RangeError for a rate outside 0 to 1. */
export function checkChaos(chaos: ChaosOptions | undefined): void {
  if (chaos === undefined) return;
  refuseUnknownNames(chaos, Object.keys(chaosOptions), { owner: 'chaos' });
  refuseUnknownNames(chaos.faultRates ?? {}, Object.keys(faultScenarios), { owner: 'chaos.faultRates' });
  checkChaosOptions(chaos);
}

function checkParts({ instances = {}, chaos, replay, accessKeys = {} }: MockOptions): void {
  for (const [name, settings] of Object.entries(instances)) checkInstanceSettings(settings, `instances.${name}`);
  checkChaos(chaos);
  if (replay !== undefined) checkCases(replay);
  for (const [id, key] of Object.entries(accessKeys)) {
    if (typeof key?.accessKeySecret !== 'string' || key.accessKeySecret === '')
      throw new TypeError(`accessKeys.${id} needs an accessKeySecret.`);
  }
}
