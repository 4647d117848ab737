import type { AccessKey } from '@semblance/signing/verify';
import type { ChaosOptions } from '../answer/chaos.ts';
import type { SignatureMode } from '../checks/check-signature.ts';
import type { RecordedCase } from '../record/recorded-case.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { InstanceSettings } from '../session/instance-settings.ts';

/** Options of a mock. All have defaults; without options every valid request succeeds. */
export interface MockOptions {
  /** Source of scores; default `bytes`: arbitrary numbers without meaning. */
  readonly scoring?: Scoring | undefined;
  /**
   * Instances by name; other names get `Console.InstanceNotFound`. Default: every well-formed name is an instance. Names that begin with
   * `mock-` select scenarios.
   */
  readonly instances?: Readonly<Record<string, InstanceSettings>> | undefined;
  /** Whether signatures are verified; default `off`. */
  readonly signature?: SignatureMode | undefined;
  /** Keys for `warn` and `strict`, by AccessKeyId. */
  readonly accessKeys?: Readonly<Record<string, AccessKey>> | undefined;
  /** Random faults. */
  readonly chaos?: ChaosOptions | undefined;
  /** Recorded exchanges, repeated byte by byte for the same request; a comparison that was not recorded gets `ReplayMiss`. */
  readonly replay?: readonly RecordedCase[] | undefined;
  /** Makes request IDs and chaos reproducible. Default: random IDs, chaos with seed 1. */
  readonly seed?: number | undefined;
  /** The current time, milliseconds since 1970; default `Date.now`. */
  readonly now?: (() => number) | undefined;
  /** Most requests kept in the journal of a session; default 1000. */
  readonly maxJournalEntries?: number | undefined;
  /** Host for uploads of the Advance flow, `host:port`; default: the host that authorised the upload. */
  readonly uploadHost?: string | undefined;
}
