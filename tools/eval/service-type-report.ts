import type { MeasuredServiceType, ServiceTypeMeaning, ServiceTypeScores } from './evaluation-file.ts';
import { interval, share, table } from './report.ts';
import { measuredServiceTypes } from './service-type-samples.ts';

function renderMeaning(name: MeasuredServiceType, meaning: ServiceTypeMeaning): string {
  const doubtful = Object.keys(meaning.thresholds[0]?.doubtful ?? {});
  const rows = meaning.thresholds.map((row) => [
    row.threshold.toFixed(1),
    interval(row.recall),
    interval(row.falsePositiveRate),
    interval(row.precision),
    ...doubtful.map((relation) => share(row.doubtful[relation] ?? 0)),
  ]);
  const spread = (['positives', 'negatives'] as const).map((side) => {
    const { low, median, high } = meaning.spread[side];
    return `${side} ${[low, median, high].map((value) => value.toFixed(2)).join(' / ')}`;
  });
  return [
    `${name}: ROC area ${interval(meaning.rocArea).trim()}; ${meaning.positives} matches of ${meaning.objects} objects, ${meaning.negatives} others`,
    `scores at 5 % / 50 % / 95 %: ${spread.join('; ')}`,
    table([['score ≥', 'recall', 'false positives', 'precision at 1 in 10', ...doubtful], ...rows]),
  ].join('\n');
}

/** The tables by service type that `npm run eval` prints. */
export function renderServiceTypes({ meanings, areas, treatmentThreshold, treatments }: ServiceTypeScores): string {
  const methods = areas.map((row) => [row.method, ...measuredServiceTypes.map((name) => share(row.areas[name]))]);
  const byTreatment = Object.entries(treatments).map(
    ([name, shares]) =>
      `${name}, share found at ${treatmentThreshold}\n${table(Object.entries(shares).map(([what, found]) => [what, share(found)]))}`,
  );
  return [
    'WHAT A SCORE MEANS, BY SERVICE TYPE',
    ...measuredServiceTypes.map((name) => renderMeaning(name, meanings[name])),
    `ROC area by service type\n${table([['', ...measuredServiceTypes], ...methods])}`,
    ...byTreatment,
  ].join('\n\n');
}
