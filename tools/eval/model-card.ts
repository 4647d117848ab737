import type { Estimate, MeasuredServiceType, ServiceTypeMeaning } from './evaluation-file.ts';
import { serviceTypes } from '@semblance/spec/limits';
import { measuredServiceTypes } from './service-type-samples.ts';

const shownThresholds = new Set([0.3, 0.5, 0.7, 0.9]);
const [begin, end] = ['<!-- written by npm run eval: service types -->', '<!-- end of what npm run eval writes -->'];

/** Per cent; shares below one per cent keep two digits after the point, none and all keep none. */
function percent(share: number): string {
  if (share === 0 || share === 1) return String(share * 100);
  return (share * 100).toFixed(share < 0.01 ? 2 : 1);
}
const withInterval = ({ value, low, high }: Estimate): string =>
  `${percent(value)} % [${percent(low)}–${percent(high)}]`;

/** The model card's table of what 0.3, 0.5, 0.7 and 0.9 mean in each service type. */
function meaningTable(meanings: Readonly<Record<MeasuredServiceType, ServiceTypeMeaning>>): string {
  const rows = measuredServiceTypes.flatMap((name) =>
    meanings[name].thresholds
      .filter(({ threshold }) => shownThresholds.has(threshold))
      .map(({ threshold, recall, falsePositiveRate, precision, doubtful }, index) => {
        const title = index === 0 ? serviceTypes[name].title.en : '';
        const apart = Object.entries(doubtful).map(([relation, share]) => `${relation} ${percent(share)} %`);
        return `| ${[title, threshold, withInterval(recall), withInterval(falsePositiveRate), withInterval(precision), apart.join(', ')].join(' | ')} |`;
      }),
  );
  return [
    '| service type | score ≥ | recall [95 %] | others that pass | precision at one in ten | pass, counted apart |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/**
 * Puts the table between the card's two marks.
 * @throws if the card has lost a mark: its figures would no longer be those of the evaluation.
 */
export function writeMeanings(
  card: string,
  meanings: Readonly<Record<MeasuredServiceType, ServiceTypeMeaning>>,
): string {
  const [from, to] = [card.indexOf(begin), card.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the model card needs the lines "${begin}" and "${end}"`);
  return `${card.slice(0, from)}${begin}\n\n${meaningTable(meanings)}\n\n${card.slice(to)}`;
}
