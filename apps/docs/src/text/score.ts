import type { PairLabel } from '../score/sample-scores.ts';
import type { Localized } from '../site/locale.ts';

interface ScoreText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly labels: Readonly<Record<PairLabel, string>>;
  readonly meaning: string;
  readonly meaningLead: string;
  readonly score: string;
  readonly words: string;
  readonly curves: string;
  readonly curvesLead: (pairs: number, version: string) => string;
  readonly curvesAlt: string;
  readonly axisScore: string;
  readonly axisShare: string;
  readonly table: string;
  readonly tableLead: string;
  readonly threshold: string;
  readonly precision: string;
  readonly recall: string;
  readonly tasks: { readonly copies: string; readonly items: string; readonly kinds: string };
  readonly spread: string;
  readonly kind: string;
  readonly count: string;
  readonly low: string;
  readonly median: string;
  readonly high: string;
  readonly samples: string;
  readonly samplesLead: string;
  readonly choose: string;
  readonly chooseSteps: readonly string[];
  readonly limits: string;
  readonly limitLines: readonly string[];
  readonly exact: string;
  readonly exactLines: readonly string[];
}

const english: ScoreText = {
  title: 'What a score means',
  description:
    'Measured curves, thresholds with precision and recall, sample pairs over the whole range, and the limits of the model.',
  lead: 'A score says how much speaks for both pictures showing the same thing. It is not a percentage of equal pixels, and not a probability.',
  labels: {
    'same-picture': 'Same picture, changed',
    'same-item': 'Same item, another view',
    'same-kind': 'Same kind, another item',
    different: 'Different things',
  },
  meaning: 'In words',
  meaningLead: 'The command line and the console use these words.',
  score: 'Score from',
  words: 'Words',
  curves: 'Scores of the example pictures',
  curvesLead: (pairs, version) =>
    `Share of the pairs that score at least so much, for four kinds of pairs: ${pairs} labelled pairs of the example pictures, scored by the engine with calibration ${version}. The pictures are rendered; photographs of your own will spread differently.`,
  curvesAlt: 'Four falling curves over the score from 0 to 1. The exact numbers stand in the tables below.',
  axisScore: 'score',
  axisShare: 'share of pairs',
  table: 'Thresholds',
  tableLead:
    'Pairs at or above the threshold are taken for a match. Precision: how many of those are one. Recall: how many of all matches are among them.',
  threshold: 'Threshold',
  precision: 'Precision',
  recall: 'Recall',
  tasks: { copies: 'Finding the same picture', items: 'Finding the same item', kinds: 'Finding the same kind' },
  spread: 'Spread by kind of pair',
  kind: 'Kind of pair',
  count: 'Pairs',
  low: '5 % below',
  median: 'Median',
  high: '95 % below',
  samples: 'Pairs over the whole range',
  samplesLead: 'Real scores of example pictures, from high to low.',
  choose: 'How to choose a threshold',
  chooseSteps: [
    'Say what a match is: the same picture, the same item, or the same kind. Each needs another threshold.',
    'Say which mistake costs more. Removing duplicates by machine wants precision; suggesting candidates to a person wants recall.',
    'Take a few hundred pairs from your own pictures, label them, score them, and read your own table.',
    'Leave a band in the middle to a person, rather than forcing one number to decide.',
    'Measure again after every change of model or calibration: scores of two versions cannot be compared.',
  ],
  limits: 'Where the model is weak',
  limitLines: [
    'Clothes as worn and furniture: shape changes with the view, and details decide.',
    'Near-twins: products that differ in a label or a size look alike to it.',
    'A new background, or one picture inside another: found less surely than crops, re-encodings and colour changes.',
    'Drawings, screenshots and text: there is little for the network to recognise.',
    'It knows no people: it is not made for comparing faces.',
  ],
  exact: 'What always holds',
  exactLines: [
    'The same pixels score exactly 1, whatever the file format.',
    'The order of the two pictures does not matter.',
    'The same two files always get the same score from the same version.',
  ],
};

const chinese: ScoreText = {
  title: '分数的含义',
  description: '实测曲线、阈值对应的精确率与召回率、覆盖全范围的示例图片对，以及模型的局限。',
  lead: '分数表示有多少依据说明两张图片表现的是同一事物。它不是相同像素的百分比，也不是概率。',
  labels: {
    'same-picture': '同一张图片，经过改动',
    'same-item': '同一物品，另一视角',
    'same-kind': '同类的另一物品',
    different: '不同的事物',
  },
  meaning: '用文字表达',
  meaningLead: '命令行与控制台使用这些说法。',
  score: '分数不低于',
  words: '说法',
  curves: '示例图片的分数',
  curvesLead: (pairs, version) =>
    `四类图片对中，分数不低于横轴取值的比例：示例图片的 ${pairs} 个带标注的图片对，由引擎以校准版本 ${version} 打分。这些图片由程序渲染，你自己的照片分布会有不同。`,
  curvesAlt: '四条随分数从 0 到 1 下降的曲线，具体数值见下方表格。',
  axisScore: '分数',
  axisShare: '图片对的比例',
  table: '阈值',
  tableLead: '分数不低于阈值的图片对视为匹配。精确率：其中真正匹配的比例。召回率：全部匹配中被找到的比例。',
  threshold: '阈值',
  precision: '精确率',
  recall: '召回率',
  tasks: { copies: '查找同一张图片', items: '查找同一物品', kinds: '查找同类物品' },
  spread: '各类图片对的分布',
  kind: '图片对类别',
  count: '数量',
  low: '5 % 低于',
  median: '中位数',
  high: '95 % 低于',
  samples: '覆盖全范围的图片对',
  samplesLead: '示例图片的真实分数，从高到低。',
  choose: '如何选择阈值',
  chooseSteps: [
    '先说明什么算匹配：同一张图片、同一物品，还是同类物品。三者需要不同的阈值。',
    '再说明哪种错误代价更高。机器自动去重看重精确率；向人推荐候选看重召回率。',
    '从自己的图片中取几百对，标注、打分，得出自己的表格。',
    '中间留出一段交由人判断，不要强求一个数字决定一切。',
    '模型或校准每次变更后都重新测量：两个版本的分数不可比较。',
  ],
  limits: '模型的薄弱之处',
  limitLines: [
    '穿着中的服装与家具：外形随视角变化，细节起决定作用。',
    '近似商品：只在标签或尺寸上不同的商品，在它看来很像。',
    '更换背景，或一张图片嵌在另一张之中：不如裁剪、重新编码、调色那样容易识别。',
    '线条画、截图与文字：网络可识别的内容很少。',
    '它不认识人：不是为人脸比对而设计的。',
  ],
  exact: '始终成立',
  exactLines: [
    '像素相同则分数恰为 1，与文件格式无关。',
    '两张图片的先后顺序不影响分数。',
    '同一版本对同样两个文件总给出同样的分数。',
  ],
};

/** Words of the page on scores. */
export const scoreText: Localized<ScoreText> = { en: english, zh: chinese };
