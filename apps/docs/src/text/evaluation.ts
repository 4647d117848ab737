import type { TaskName } from '../../../../tools/eval/evaluation-file.ts';
import type { Localized } from '../site/locale.ts';

interface EvaluationText {
  readonly title: string;
  readonly lead: (facts: { readonly pairs: string; readonly calibration: string; readonly date: string }) => string;
  readonly relations: Readonly<Record<string, string>>;
  readonly plotAlt: string;
  readonly series: {
    readonly copyRecall: string;
    readonly itemRecall: string;
    readonly kindRate: string;
    readonly falsePositiveRate: string;
  };
  readonly peers: string;
  readonly peersLead: string;
  readonly method: string;
  readonly tasks: Readonly<Record<TaskName, string>>;
  readonly transformations: string;
  readonly transformationsLead: string;
  readonly transformation: string;
  readonly found: string;
  readonly alwaysFound: (count: number) => string;
}

const english: EvaluationText = {
  title: 'Measured on held-out pictures',
  lead: ({ pairs, calibration, date }) =>
    `The engine’s evaluation scores pairs of photographs and objects that its calibration was not fitted on: ${pairs}. Calibration ${calibration}, measured ${date}.`,
  relations: { copy: 'copies', 'same item': 'same item', 'same kind': 'same kind', different: 'different' },
  plotAlt:
    'Share of pairs that pass each threshold: copies, same item, same kind, different. Read each at the threshold of interest.',
  series: { copyRecall: 'Copies', itemRecall: 'Same item', kindRate: 'Same kind', falsePositiveRate: 'Different' },
  peers: 'Beside other methods',
  peersLead:
    'ROC area (1 is perfect, 0.5 is chance) and, in brackets, the share of matches found when 1\u00A0% of the other pairs pass.',
  method: 'Method',
  tasks: {
    copy: 'Copies',
    'same item': 'Same item',
    'same kind': 'Same kind',
    'one threshold': 'One threshold for all',
  },
  transformations: 'Copies, by what was done to them',
  transformationsLead: 'Share found when 1\u00A0% of the other pairs pass.',
  transformation: 'Transformation',
  found: 'Found',
  alwaysFound: (count) => `${count} others are found practically every time:`,
};

const chinese: EvaluationText = {
  title: '在未参与拟合的图片上测量',
  lead: ({ pairs, calibration, date }) =>
    `引擎的评测为未参与校准拟合的照片与物品图片对打分：${pairs}。校准版本 ${calibration}，测量于 ${date}。`,
  relations: { copy: '副本', 'same item': '同一物品', 'same kind': '同类', different: '不同' },
  plotAlt: '各阈值下通过的图片对比例：副本、同一物品、同类、不同。请在所关心的阈值处读取。',
  series: { copyRecall: '副本', itemRecall: '同一物品', kindRate: '同类', falsePositiveRate: '不同' },
  peers: '与其他方法对比',
  peersLead: 'ROC 曲线下面积（1 为完美，0.5 为随机）；括号内为其余图片对通过 1\u00A0% 时找到的匹配比例。',
  method: '方法',
  tasks: { copy: '副本', 'same item': '同一物品', 'same kind': '同类', 'one threshold': '统一阈值' },
  transformations: '各种改动的副本',
  transformationsLead: '其余图片对通过 1\u00A0% 时找到的比例。',
  transformation: '改动',
  found: '找到',
  alwaysFound: (count) => `另有 ${count} 种改动几乎每次都能找到：`,
};

/** Words around the engine's evaluation. */
export const evaluationText: Localized<EvaluationText> = { en: english, zh: chinese };
