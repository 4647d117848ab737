import { errorRetries } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import type { FaultName } from './fault-scenarios.ts';
import { drawLatencyMs } from './latency.ts';
import type { Latency } from './latency.ts';
import { createRandom } from './random.ts';

/** Random faults, reproducible by a seed. */
export interface ChaosOptions {
  /** Default: the mock's seed. */
  readonly seed?: number | undefined;
  /** Added to every answer. */
  readonly latency?: Latency | undefined;
  /** Share of calls answered with an error, 0 to 1. */
  readonly errorRate?: number | undefined;
  /** Codes to choose from; default: every retryable code. */
  readonly errorCodes?: readonly ErrorCode[] | undefined;
  /** Share of calls with each fault of the wire, 0 to 1 each. */
  readonly faultRates?: Readonly<Partial<Record<FaultName, number>>> | undefined;
}

/** The random choices for one call. */
export interface ChaosDraw {
  readonly delayMs: number;
  readonly code: ErrorCode | undefined;
  readonly fault: FaultName | undefined;
}

/** The codes a caller is expected to retry. */
export const retryableCodes: readonly ErrorCode[] = (Object.keys(errorRetries) as ErrorCode[]).filter(
  (code) => errorRetries[code] === 'backoff',
);

/**
 * Draws for one call. The random numbers derive from the seed and the call's number, so the third call does not depend on the first two.
 * @param callNumber  1 for the first call of a mock or session.
 */
export function drawChaos(options: ChaosOptions, seed: number, callNumber: number): ChaosDraw {
  const random = createRandom(options.seed ?? seed, callNumber);
  const delayMs = drawLatencyMs(options.latency ?? 0, random);
  const [errorDraw, codeDraw, faultDraw] = [random(), random(), random()];
  const codes = options.errorCodes ?? retryableCodes;
  const code = errorDraw < (options.errorRate ?? 0) ? codes[Math.floor(codeDraw * codes.length)] : undefined;
  return { delayMs, code, fault: drawFault(options.faultRates ?? {}, faultDraw) };
}

/** Draws at most one fault: the rates are adjacent intervals of 0 to 1. */
function drawFault(rates: Readonly<Partial<Record<FaultName, number>>>, draw: number): FaultName | undefined {
  let upTo = 0;
  for (const [name, rate] of Object.entries(rates) as [FaultName, number][]) {
    upTo += rate;
    if (draw < upTo) return name;
  }
  return undefined;
}

/** @throws RangeError when a rate is not a share. */
export function checkChaosOptions(options: ChaosOptions): void {
  const rates = [options.errorRate ?? 0, ...Object.values(options.faultRates ?? {})];
  const sum = rates.slice(1).reduce((total, rate) => total + rate, 0);
  if (rates.some((rate) => !(rate >= 0 && rate <= 1)) || sum > 1)
    throw new RangeError('Rates lie between 0 and 1, and those of the faults make at most 1 together.');
  if (options.errorCodes?.length === 0) throw new RangeError('errorCodes must name at least one code.');
}
