import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CapacityFile } from './capacity-file.ts';
import { plannedLoad } from './model.ts';
import type { PageFigures, PageWords } from './page-words.ts';
import { chinese } from './page-words-zh.ts';
import { english } from './page-words-en.ts';
import type { Plan } from './plan.ts';
import { capacityPlot } from './plot.ts';
import { costRows, machineRows, medianError, pairsPerCore, planRow, pointRows } from './report.ts';
import type { Row } from './report.ts';

/** A file that is made of the results. */
export interface MadeFile {
  readonly file: string;
  readonly text: string;
}

const docs = path.resolve(import.meta.dirname, '../../apps/docs');

/** Pages and pictures of the documentation in both languages. */
export function madePages(file: CapacityFile, plans: readonly Plan[]): MadeFile[] {
  const pages = [
    { words: english, page: 'src/content/docs/guides/capacity.md' },
    { words: chinese, page: 'src/content/docs/zh/guides/capacity.md' },
  ];
  return pages.flatMap(({ words, page }) => [
    { file: path.join(docs, page), text: pageText(file, plans, words) },
    { file: path.join(docs, 'public', words.plotFile), text: capacityPlot(file, words.plot) },
  ]);
}

/** Writes them. */
export async function writePages(file: CapacityFile, plans: readonly Plan[]): Promise<void> {
  for (const made of madePages(file, plans)) await writeFile(made.file, made.text);
}

function pageText(file: CapacityFile, plans: readonly Plan[], words: PageWords): string {
  const figures = figuresOf(file, plans);
  const costs = costRows(file).map(([kind = '', ...cells]) => [words.kinds[kind] ?? kind, ...cells]);
  const sections = [
    `---\ntitle: ${words.title}\ndescription: ${words.description}\n---`,
    '<!-- Generated from tools/capacity by `npm run capacity -- --write`. Do not edit. -->',
    words.intro(file, figures),
    `## ${words.costHeading}`,
    words.costText(figures),
    table(words.costHead, costs),
    `## ${words.settingHeading}`,
    words.settingText(figures),
    table(words.settingHead, plans.map(planRow)),
    words.settingAfter,
    `## ${words.loadHeading}`,
    words.loadText(figures),
    table(words.loadHead, pointRows([...file.fitted, ...file.checked])),
    `![${words.plotAlt}](/${words.plotFile})`,
    `## ${words.machineHeading}`,
    words.machineText(figures),
    table(words.machineHead, machineRows(file)),
    `## ${words.ownHeading}`,
    words.ownText,
    `## ${words.modelHeading}`,
    words.modelText,
  ];
  return `${sections.join('\n\n')}\n`;
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (row: Row): string => `| ${row.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function figuresOf(file: CapacityFile, plans: readonly Plan[]): PageFigures {
  const cost = (name: string): (typeof file.kinds)[number] => {
    const found = file.kinds.find(({ kind }) => kind === name);
    if (found === undefined) throw new RangeError(`no kind ${name}`);
    return found;
  };
  const [fresh, known] = [cost(file.reference), cost(`${file.reference}, the same pair again`)];
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  return {
    perCore: pairsPerCore(fresh).toFixed(0),
    knownTimes: (pairsPerCore(known) / pairsPerCore(fresh)).toFixed(0),
    mainMs: fresh.mainMs.toFixed(1),
    mostPairs: (1000 / fresh.mainMs).toFixed(0),
    fittedError: percent(medianError(file.fitted)),
    checkedError: percent(medianError(file.checked)),
    plannedLoad: percent(plannedLoad),
    cores: Math.max(0, ...plans.map(({ coresEach }) => coresEach)),
  };
}
