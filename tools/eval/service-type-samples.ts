import type { MeasuredServiceType } from './evaluation-file.ts';
import type { Pair } from './tasks.ts';

/** Which pairs speak for a service type: matches, others, and doubtful pairs that are reported apart. */
export interface ServiceTypeSample {
  readonly isPositive: (pair: Pair) => boolean;
  readonly isNegative: (pair: Pair) => boolean;
  /** Pairs that many would want to fail but some to pass; the name is the relation. */
  readonly doubtful: readonly ('same kind' | 'same scene' | 'same plate')[];
  /** Whether a doubtful pair belongs to this service type. */
  readonly isDoubtful: (pair: Pair) => boolean;
}

const stamps = 'tuxpaint-stamps-default/';
/** Stamps are single things, most of them cut out on white. */
const isStampPair = ({ first, second }: Pair): boolean =>
  first.object.startsWith(stamps) && second.object.startsWith(stamps);

const shopBackdrops = new Set(['white + white', 'plain + white', 'plain + plain']);
const isShopPair = ({ detail }: Pair): boolean => shopBackdrops.has(detail);

const isOfShop = (pair: Pair): boolean => (pair.role === 'photograph' ? isStampPair(pair) : isShopPair(pair));

/**
 * The pairs of each service type that an engine compares without further configuration.
 * - generic: copies of photographs against other photographs.
 * - product: copies of single things on white and other views of models before a plain ground, against others of both.
 * - furniture: views of one model before any ground against other models, of its kind or not.
 * - trademark: copies of an emblem against emblems of another outline.
 * - fabric: parts and views of one surface against other surfaces.
 */
export const serviceTypeSamples = {
  generic: {
    isPositive: ({ relation }) => relation === 'copy',
    isNegative: ({ relation, role }) => relation === 'different' && role === 'photograph',
    doubtful: ['same kind'],
    isDoubtful: ({ role }) => role === 'photograph',
  },
  product: {
    isPositive: (pair) => (pair.relation === 'copy' || pair.relation === 'same item') && isOfShop(pair),
    isNegative: (pair) => pair.relation === 'different' && isOfShop(pair),
    doubtful: ['same kind'],
    isDoubtful: isOfShop,
  },
  furniture: {
    isPositive: ({ relation }) => relation === 'same item',
    isNegative: ({ relation, role }) => (relation === 'different' || relation === 'same kind') && role === 'furniture',
    doubtful: ['same kind', 'same scene'],
    isDoubtful: ({ role }) => role === 'furniture',
  },
  trademark: {
    isPositive: ({ relation }) => relation === 'logo copy',
    isNegative: ({ relation }) => relation === 'other logo',
    doubtful: ['same plate'],
    isDoubtful: () => true,
  },
  fabric: {
    isPositive: ({ relation }) => relation === 'same fabric',
    isNegative: ({ relation }) => relation === 'other fabric',
    doubtful: [],
    isDoubtful: () => false,
  },
} as const satisfies Record<MeasuredServiceType, ServiceTypeSample>;

/** The service types in the order of their tables. */
export const measuredServiceTypes = Object.keys(serviceTypeSamples) as MeasuredServiceType[];
