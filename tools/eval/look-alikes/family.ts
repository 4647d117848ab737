import type { ServiceType } from '@semblance/spec/limits';
import type { Split } from '../pictures/picture-set.ts';
import type { Random } from '../pictures/seeded.ts';

/** What a family draws with besides its random numbers. */
export interface Stage {
  /** A photograph of the family's own split, at least 120 px a side. */
  readonly photograph: (random: Random) => Promise<Buffer>;
}

/** Draws one content into a design. */
export type DrawContent = (random: Random) => Promise<Buffer>;

/** How far two contents of one design are apart, for a person who looks at them. */
export type Difference = 'other content' | 'other print' | 'other colour';

/**
 * A family of look-alikes: pictures of one design (form, layout, typeface, frame) with other contents. Designs and
 * contents are drawn from seeds, so a family has as many pictures as are asked for.
 */
export interface Family {
  readonly name: string;
  /** The families that fit a rule and those that measure it are different ones. */
  readonly split: Split;
  readonly difference: Difference;
  /** The service type that such pictures are compared in. */
  readonly serviceType: ServiceType;
  /** What a picture of it goes through before anything else: paper forms are met as scans. */
  readonly finish?: (picture: Buffer, random: Random) => Promise<Buffer>;
  /** Fixes form, layout, typeface and colours; what it returns draws the contents. */
  readonly design: (random: Random, stage: Stage) => DrawContent;
}
