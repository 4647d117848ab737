import { roundPercent as percent } from '../score/percent.ts';
import type { MeasuredServiceType } from '../../../../tools/eval/evaluation-file.ts';
import type { Localized } from '../site/locale.ts';
import type { DearMistake } from './answers.ts';
import type { ReviewBand, ThresholdPoint } from './costs.ts';

/** Words around thresholds; also handed to the tool's script. */
export interface ThresholdText {
  readonly answer: string;
  readonly answerLead: string;
  readonly goal: string;
  readonly goals: Readonly<Record<MeasuredServiceType, string>>;
  readonly dear: Readonly<Record<DearMistake, string>>;
  readonly cell: (recall: string, precision: string) => string;
  readonly review: string;
  readonly reviewNone: string;
  readonly between: (from: string, to: string) => string;
  readonly measuredOn: string;
  readonly rules: readonly string[];
  readonly own: string;
  readonly ownLead: string;
  readonly pairs: string;
  readonly pairsHint: string;
  readonly file: string;
  readonly example: string;
  readonly falseMatch: string;
  readonly missedMatch: string;
  readonly reviewCost: string;
  readonly matchShare: string;
  readonly matchShareHint: string;
  readonly best: string;
  readonly bestWords: (point: ThresholdPoint) => string;
  readonly bandWords: (band: ReviewBand) => string;
  readonly noBand: string;
  readonly read: (matches: number, others: number) => string;
  readonly unread: (lines: string, count: number) => string;
  readonly needBoth: string;
  readonly few: (enough: number) => string;
  readonly pause: string;
  readonly plotAlt: string;
  readonly legend: { readonly recall: string; readonly falseMatches: string; readonly cost: string };
  readonly evidence: string;
  readonly evidenceLead: string;
  readonly mistaken: string;
  readonly wordsRight: string;
  readonly wordsNote: string;
}

const english: ThresholdText = {
  answer: 'Where to start',
  answerLead:
    'Say what you want to find and which mistake costs more. A pair at or above the threshold is taken for a match; under it stand the share of all matches that it finds, and how many of what it takes are right. Every number on this page is for a stream in which one pair in ten is a match.',
  goal: 'You want to find',
  goals: {
    generic: 'Copies of a picture, changed or not',
    product: 'The same article in shop pictures',
    trademark: 'The same logo or mark',
    fabric: 'The same fabric or pattern',
    furniture: 'The same piece of furniture',
  },
  dear: {
    'false-match': 'False matches cost more',
    both: 'Both alike',
    'missed-match': 'Misses cost more',
  },
  cell: (recall, precision) => `finds\u00A0${recall}; ${precision}\u00A0right`,
  review: 'Let a person look',
  reviewNone: 'not needed',
  between: (from, to) => `${from} to ${to}`,
  measuredOn:
    'Each row is measured with its own service type, on pictures its calibration was not fitted on; how many, and the 95\u00A0% intervals, stand in the evidence below.',
  rules: [
    'Above the band act by machine, below it drop, inside it let a person look.',
    'Yours is another mix: score a few hundred labelled pairs of your own and let the tool below choose.',
    'Measure again after a change of model or calibration: scores of two versions cannot be compared.',
  ],
  own: 'Choose with your own pairs',
  ownLead: 'Paste labelled pairs with their scores and say what mistakes cost. Everything is computed in this page.',
  pairs: 'Pairs, one a line',
  pairsHint:
    'CSV or tabs with columns score and label, or the JSON lines that `semblance-client compare --pairs pairs.csv --out results.jsonl` writes when pairs.csv has a column label. A label is 1 or 0, match or different, and the like.',
  file: 'Or load a file',
  example: 'Use the example pictures’ pairs',
  falseMatch: 'A false match costs',
  missedMatch: 'A missed match costs',
  reviewCost: 'A look by a person costs',
  matchShare: 'Matches among future pairs, %',
  matchShareHint: 'as in your pairs',
  best: 'Threshold',
  bestWords: ({ recall, falseMatchRate, precision, cost }) =>
    `finds ${percent(recall)} of the matches, takes ${percent(falseMatchRate)} of the others; of what is taken ${percent(precision)} are matches. Cost of a thousand pairs: ${cost.toFixed(0)}.`,
  bandWords: ({ from, to, looked, cost }) =>
    `With a person: take from ${to.toFixed(2)}, drop below ${from.toFixed(2)}, look in between (${percent(looked)} of all pairs). Cost of a thousand pairs: ${cost.toFixed(0)}.`,
  noBand: 'At these costs a person’s look does not pay.',
  read: (matches, others) => `${matches} matches and ${others} others read.`,
  unread: (lines, count) => `Not read: line ${lines}${count > 5 ? ' …' : ''}.`,
  needBoth: 'Both matches and others are needed.',
  few: (enough) => `With fewer than ${enough} of each kind take the result as a hint.`,
  pause: ' ',
  plotAlt: 'Recall, share of false matches and cost over the threshold; the best threshold is marked.',
  legend: { recall: 'Matches found', falseMatches: 'Others taken', cost: 'Cost, of the highest' },
  evidence: 'Evidence',
  evidenceLead: 'Open what you want to check. Each part says on what it was measured.',
  mistaken: 'The engine is mistaken here.',
  wordsRight: 'Of generic pairs from here up are matches',
  wordsNote:
    'The share is measured on copies of photographs in generic search, among other photographs. Near-twins (another article of the same kind) can reach every word but the first.',
};

const chinese: ThresholdText = {
  answer: '从哪里开始',
  answerLead:
    '先说明要找什么，以及哪种错误代价更高。分数不低于阈值的图片对视为匹配；其下是找到的匹配占全部匹配的比例，以及判为匹配者中正确的比例。本页所有数字都按每十对中有一对匹配计算。',
  goal: '要找的是',
  goals: {
    generic: '同一张图片的副本，无论是否改动',
    product: '商品图中的同一件商品',
    trademark: '同一标识或商标',
    fabric: '同一布料或花纹',
    furniture: '同一件家具',
  },
  dear: { 'false-match': '误判代价更高', both: '两者相当', 'missed-match': '漏判代价更高' },
  cell: (recall, precision) => `找到\u00A0${recall}；${precision}\u00A0正确`,
  review: '交由人判断',
  reviewNone: '无需',
  between: (from, to) => `${from} 至 ${to}`,
  measuredOn: '每一行都用相应的服务类型、在未参与校准拟合的图片上测得；数量与 95\u00A0% 区间见下方依据。',
  rules: [
    '高于该区间由机器处理，低于则放弃，区间之内交由人判断。',
    '你的图片构成不同：请用自己的几百个带标注的图片对打分，由下方工具选择。',
    '模型或校准变更后请重新测量：两个版本的分数不可比较。',
  ],
  own: '用自己的图片对选择',
  ownLead: '粘贴带分数与标注的图片对，并说明错误的代价。全部在本页计算。',
  pairs: '图片对，每行一个',
  pairsHint:
    '以逗号或制表符分隔，含 score 与 label 两列；也可粘贴 `semblance-client compare --pairs pairs.csv --out results.jsonl` 写出的 JSON 行（pairs.csv 含 label 列）。标注可写 1 或 0、相同或不同等。',
  file: '或载入文件',
  example: '使用示例图片的图片对',
  falseMatch: '一次误判的代价',
  missedMatch: '一次漏判的代价',
  reviewCost: '人看一次的代价',
  matchShare: '今后图片对中匹配的比例（%）',
  matchShareHint: '与所给图片对相同',
  best: '阈值',
  bestWords: ({ recall, falseMatchRate, precision, cost }) =>
    `找到 ${percent(recall)} 的匹配，误收其余的 ${percent(falseMatchRate)}；判为匹配者中 ${percent(precision)} 正确。每千对的代价：${cost.toFixed(0)}。`,
  bandWords: ({ from, to, looked, cost }) =>
    `有人参与时：不低于 ${to.toFixed(2)} 即判为匹配，低于 ${from.toFixed(2)} 放弃，其间由人判断（占全部的 ${percent(looked)}）。每千对的代价：${cost.toFixed(0)}。`,
  noBand: '按这些代价，由人判断并不划算。',
  read: (matches, others) => `已读取 ${matches} 对匹配与 ${others} 对其他。`,
  unread: (lines, count) => `未能读取第 ${lines} 行${count > 5 ? '等' : ''}。`,
  needBoth: '匹配与其他两类都需要。',
  few: (enough) => `任一类少于 ${enough} 对时，结果仅供参考。`,
  pause: '',
  plotAlt: '召回率、误收比例与代价随阈值的变化，最佳阈值已标出。',
  legend: { recall: '找到的匹配', falseMatches: '误收的其他', cost: '代价（与最高者之比）' },
  evidence: '依据',
  evidenceLead: '展开想核对的部分。每一部分都说明在什么图片上测得。',
  mistaken: '引擎在此判断有误。',
  wordsRight: '通用图片对中，不低于此分数者为匹配的比例',
  wordsNote: '该比例在通用搜索中、以照片的副本与其他照片测得。近似商品（同类的另一件）除第一种说法外都可能达到。',
};

/** Words around thresholds. */
export const thresholdText: Localized<ThresholdText> = { en: english, zh: chinese };
