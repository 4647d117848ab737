import type { ArticleEvidence } from './article.ts';
import type { DifferenceNumbers } from './difference-evidence.ts';
import type { DifferenceRule } from './difference-rule.ts';
import { ramp } from './quantile.ts';
import { coveredShare } from './rigidity.ts';

/** Highest scores that another print and other colours leave, 0…1. */
export interface ArticleCeilings {
  readonly print: number;
  readonly colour: number;
}

/** How plainly another print, or other colours, are seen, 0…1 each. */
interface Plainness {
  readonly print: number;
  readonly colour: number;
}

/** On a bare form: where next to nothing else is on it. */
function onBareForm(numbers: DifferenceNumbers, { bareForm }: DifferenceRule): Plainness {
  const seenAgain = numbers.agreeing * numbers.contentCells;
  const replaced =
    ramp(numbers.largestConflict, ...bareForm.otherPrint) * (1 - ramp(coveredShare(numbers), ...bareForm.added));
  const colour =
    ramp(numbers.colourConflict, ...bareForm.otherColour) * (1 - ramp(seenAgain, ...bareForm.colouredPage));
  return { print: replaced * (1 - ramp(seenAgain, ...bareForm.printedPage)), colour };
}

/** How far what stands free is a filled thing, and neither paper on a desk nor a flag or a card on a ground, 0…1. */
function isThing(numbers: DifferenceNumbers, article: ArticleEvidence, { freeArticle }: DifferenceRule): number {
  const isPage = ramp(numbers.agreeing * numbers.contentCells, ...freeArticle.page);
  const isSheet =
    ramp(article.rectangular, ...freeArticle.rectangular) * ramp(article.pictureShare, ...freeArticle.fullSheet);
  return ramp(article.filled, ...freeArticle.filled) * (1 - isPage) * (1 - isSheet);
}

/**
 * On a filled thing that stands free. A print lies on the thing alone, so one that was added is told from a stamp, which
 * seldom does.
 */
function onFreeThing(numbers: DifferenceNumbers, article: ArticleEvidence, rule: DifferenceRule): Plainness {
  const { freeArticle } = rule;
  const thing = isThing(numbers, article, rule);
  const isOnIt = 1 - ramp(article.strayed, ...freeArticle.strayed);
  const isPart = 1 - ramp(article.otherColour, ...freeArticle.allOver);
  return {
    print: thing * isOnIt * isPart * ramp(article.printCells / article.areaCells, ...freeArticle.print),
    colour: thing * ramp(article.otherColour, ...freeArticle.otherColour),
  };
}

/** How far what differs on a thing sticks out of it, as only something laid over a copy does, 0…1. */
function isStamp({ filled, strayed }: ArticleEvidence, { freeArticle }: DifferenceRule): number {
  return ramp(filled, ...freeArticle.filled) * ramp(strayed, ...freeArticle.stamp);
}

/**
 * How far a thing that stands free is plainly another article and moved, not turned: what agrees agrees exactly. Then
 * what differs on it counts wherever it lies.
 */
export function movedArticle(
  numbers: DifferenceNumbers,
  article: ArticleEvidence | undefined,
  rule: DifferenceRule,
): number {
  if (article === undefined || rule.bareForm.ceiling === 1) return 0;
  const { print, colour } = onFreeThing(numbers, article, rule);
  return Math.max(print, colour) * ramp(numbers.exactness, ...rule.freeArticle.exact);
}

/** Ceilings where a form carries plainly another print, or has plainly other colours: another article. */
export function articleCeilings(
  numbers: DifferenceNumbers,
  article: ArticleEvidence | undefined,
  rule: DifferenceRule,
): ArticleCeilings {
  const ceiling = (plainness: number): number => 1 - plainness * (1 - rule.bareForm.ceiling);
  const bare = onBareForm(numbers, rule);
  if (article === undefined) return { print: ceiling(bare.print), colour: ceiling(bare.colour) };
  const free = onFreeThing(numbers, article, rule);
  return {
    print: ceiling(Math.max(bare.print * (1 - isStamp(article, rule)), free.print)),
    colour: ceiling(Math.max(bare.colour, free.colour)),
  };
}
