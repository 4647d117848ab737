import { serviceTypes } from '@semblance/spec/limits';
import type { Bilingual } from '@semblance/spec/error-catalog';
import type { ServiceType } from '@semblance/spec/limits';
import { verdictChance } from '../score/verdict-chances.ts';
import { meansSame, rangeOf } from '../score/verdict.ts';
import type { Verdict } from '../score/verdict.ts';

/**
 * The measured reliability of what is said of a pair; undefined where too few pairs were measured.
 * @param isVerdictSaid  false where the words name what differs, or a part that was found: these were not measured by themselves, the score was.
 */
export function chanceWords(verdict: Verdict, serviceType: ServiceType, isVerdictSaid: boolean): Bilingual | undefined {
  const chance = verdictChance(serviceType, verdict.name);
  if (chance === undefined) return undefined;
  const { title } = serviceTypes[serviceType];
  if (isVerdictSaid) {
    const percent = Math.round(100 * chance.right);
    return {
      en: `${title.en}: this verdict was right for ${percent} % of the measured pairs (one pair in ten a match).`,
      zh: `${title.zh}的实测图片对中，这一结论有 ${percent} % 正确（每十对中有一对匹配）。`,
    };
  }
  const percent = Math.round(100 * (meansSame(verdict) ? chance.right : 1 - chance.right));
  const { from, to } = rangeOf(verdict);
  return {
    en: `${title.en}: ${percent} % of the measured pairs with a score of ${from} to ${to} were matches (one pair in ten is).`,
    zh: `${title.zh}的实测图片对中，得分 ${from} 至 ${to} 的有 ${percent} % 是匹配的（每十对中有一对匹配）。`,
  };
}
