import type { AccessKey } from '@semblance/signing/verify';
import type { ChaosOptions } from '../answer/chaos.ts';
import type { SignatureMode } from '../checks/check-signature.ts';
import type { RecordedCase } from '../record/recorded-case.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { InstanceSettings } from '../session/instance-settings.ts';

/** How a mock behaves. Everything has a default; without options every valid request succeeds. */
export interface MockOptions {
  /** Where scores come from; default `bytes`: made up, without meaning. */
  readonly scoring?: Scoring | undefined;
  /**
   * The instances there are, by name; others get `Console.InstanceNotFound`. Default: any well-formed name is an
   * instance. Names that begin with `mock-` are scenarios.
   */
  readonly instances?: Readonly<Record<string, InstanceSettings>> | undefined;
  /** Whether signatures are verified; default `off`. */
  readonly signature?: SignatureMode | undefined;
  /** The keys that `warn` and `strict` know, by AccessKeyId. */
  readonly accessKeys?: Readonly<Record<string, AccessKey>> | undefined;
  /** Faults at random. */
  readonly chaos?: ChaosOptions | undefined;
  /** Recorded exchanges, answered to the letter when the same request comes again; a comparison that was not recorded gets `ReplayMiss`. */
  readonly replay?: readonly RecordedCase[] | undefined;
  /** Makes request IDs and chance the same in every run. Default: IDs are random, chance has seed 1. */
  readonly seed?: number | undefined;
  /** The present moment, milliseconds since 1970; default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Requests the journal keeps, per session; default 1000. */
  readonly maxJournalEntries?: number | undefined;
  /** Where uploads of the Advance flow are posted, `host:port`; default: the host the authorisation was asked of. */
  readonly uploadHost?: string | undefined;
}
