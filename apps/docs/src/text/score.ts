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
  readonly axisScore: string;
  readonly threshold: string;
  readonly samples: string;
  readonly samplesLead: string;
  readonly stop: string;
  readonly limits: string;
  readonly limitLines: readonly string[];
  readonly exact: string;
  readonly exactLines: readonly string[];
}

const english: ScoreText = {
  title: 'Scores and thresholds',
  description:
    'Where to draw the line for what you want to find, a tool for your own pairs, and the measurements behind it.',
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
  axisScore: 'score',
  threshold: 'Threshold',
  samples: 'Pairs over the whole range',
  samplesLead: 'Real scores of example pictures, from high to low.',
  stop: '.',
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
  title: '分数与阈值',
  description: '按要找的内容给出阈值，可用自己的图片对计算，并附测量依据。',
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
  axisScore: '分数',
  threshold: '阈值',
  samples: '覆盖全范围的图片对',
  samplesLead: '示例图片的真实分数，从高到低。',
  stop: '。',
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
