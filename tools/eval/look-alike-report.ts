import type { FamilyMeasure, Shares } from './evaluation-file.ts';
import { lookAlikeMarks } from './look-alikes.ts';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { share, table } from './report.ts';

/** What was measured of look-alikes, by every method; the first is ours. */
export interface LookAlikeResults {
  /** One design in so many was measured. */
  readonly oneIn: number;
  /** Day of the measurement, as 2026-01-31. */
  readonly date: string;
  readonly methods: readonly { readonly method: string; readonly families: readonly FamilyMeasure[] }[];
  readonly treatments: Readonly<Record<string, Shares>>;
}

const cells = ({ count, median, from }: Shares): string[] => [String(count), share(median), ...from.map(share)];
const marks = lookAlikeMarks.map((mark) => `≥ ${mark}`);

/** The tables of the task *look-alike* that `npm run eval` prints. */
export function renderLookAlikes({ methods, treatments }: LookAlikeResults): string {
  const [own, ...peers] = methods;
  const rows = (own?.families ?? []).map(({ family, rocArea, recall, copies, lookAlikes }) => [
    family,
    share(rocArea),
    share(recall),
    ...cells(lookAlikes),
    ...cells(copies),
  ]);
  const heads = ['', 'ROC area', 'recall at 1 % FP', 'look-alikes', 'median', ...marks, 'copies', 'median', ...marks];
  const areas = (own?.families ?? []).map(({ family }, index) => [
    family,
    ...methods.map(({ families }) => share(families[index]?.rocArea ?? 0)),
  ]);
  const methodNames = ['', ...methods.map(({ method }) => method)];
  return [
    'LOOK-ALIKES: copies of a picture against other contents of its design',
    table([heads, ...rows]),
    peers.length === 0 ? '' : `look-alikes, ROC area by method\n${table([methodNames, ...areas])}`,
    `copies of look-alikes, by what was done\n${table([['', 'copies', 'median', ...marks], ...Object.entries(treatments).map(([name, shares]) => [name, ...cells(shares)])])}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Replaces the section on look-alikes in the figures of the last whole run. */
export async function writeLookAlikes(folder: string, lookAlikes: LookAlikeResults): Promise<void> {
  const file = path.join(folder, 'evaluation.json');
  const evaluation = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, `${JSON.stringify({ ...evaluation, lookAlikes }, null, 2)}\n`);
}
