import type { MeasuredServiceType } from '../../../../tools/eval/evaluation-file.ts';
import type { Localized } from '../site/locale.ts';

interface ServiceTypeScoresText {
  readonly title: string;
  readonly lead: string;
  readonly pairs: Readonly<Record<MeasuredServiceType, string>>;
  readonly facts: (facts: {
    readonly positives: string;
    readonly objects: string;
    readonly negatives: string;
    readonly area: string;
  }) => string;
  readonly plotAlt: string;
  readonly recall: string;
  readonly falsePositives: string;
  readonly precision: string;
  /** Pairs that are no match for most and are counted apart, by relation. */
  readonly doubtful: Readonly<Record<string, string>>;
  readonly found: (threshold: string) => string;
  readonly note: string;
  readonly areas: string;
  readonly areasLead: string;
}

const english: ServiceTypeScoresText = {
  title: 'By service type',
  lead: 'One score does not mean the same for every service type. These tables say what passes a threshold for each type that is compared without further configuration, on pictures that its calibration was not fitted on, with 95\u00A0% intervals in brackets.',
  pairs: {
    generic: 'A match is a photograph and a changed copy of it; the others are other photographs.',
    product:
      'A match is a single thing and a changed copy of its picture, or one rendered thing from two sides before a white or plain ground, as in a shop; the others are other things shown the same way.',
    furniture:
      'A match is one rendered piece from two sides, before white, before a plain ground or in a photographed scene; the others are other pieces, of another kind or of the same.',
    trademark:
      'A match is an emblem and a copy of it: recoloured, inverted, as an outline, turned, seen from the side, as a sign before a photograph. The others are other emblems, all drawn in one style, which is harder than emblems of unrelated makers.',
    fabric:
      'A match is two parts or views of one surface: another corner, turned, nearer, further away, in other light, in folds. The surfaces are carpets, cloth and wallpaper, but also wood, stone and brick; the others are other surfaces.',
  },
  facts: ({ positives, objects, negatives, area }) =>
    `${positives} matches of ${objects} objects, ${negatives} others; ROC area ${area}.`,
  plotAlt:
    'Recall, precision and the share of others that pass, over the threshold. The numbers stand in the table below.',
  recall: 'Recall',
  falsePositives: 'Others that pass',
  precision: 'Precision',
  doubtful: {
    'same kind': 'Same kind',
    'same scene': 'Same scene',
    'same plate': 'Same plate',
  },
  found: (threshold) => `Matches found from ${threshold}, by what was done to the picture`,
  note: 'Counted apart: another thing of the same kind, another thing before the same photograph, another emblem on the same round or square plate. Precision is for a stream in which one pair in ten is a match. An interval of one value means that all or none of the pairs passed: mistakes rarer than one in so many pairs stay unseen.',
  areas: 'Service types beside other methods',
  areasLead: 'ROC area on the same pairs: 1 is perfect, 0.5 is chance.',
};

const chinese: ServiceTypeScoresText = {
  title: '按服务类型',
  lead: '同一个分数在不同服务类型中含义不同。对于无需另行配置即可比对的各个类型，下表给出在未参与校准拟合的图片上各阈值的通过情况，括号内为 95\u00A0% 区间。',
  pairs: {
    generic: '匹配：一张照片与经过改动的副本；其余：其他照片。',
    product:
      '匹配：单个物品的图片与经过改动的副本，或同一渲染物品在白色或纯色背景前的两个视角，如同商品图；其余：以同样方式呈现的其他物品。',
    furniture: '匹配：同一渲染家具的两个视角，背景为白色、纯色或照片场景；其余：其他家具，不论是否同类。',
    trademark:
      '匹配：一个徽标与其副本，改动包括换色、反色、仅留轮廓、旋转、侧视、作为招牌置于照片之前；其余：其他徽标。这些徽标风格一致，比互不相关的商标更难区分。',
    fabric:
      '匹配：同一表面的两个部分或视角，改动包括另一角、旋转、拉近、拉远、不同光照、褶皱。表面有地毯、布料与壁纸，也有木材、石材与砖墙；其余：其他表面。',
  },
  facts: ({ positives, objects, negatives, area }) =>
    `${objects} 个对象的 ${positives} 对匹配，其余 ${negatives} 对；ROC 曲线下面积为 ${area}。`,
  plotAlt: '召回率、精确率与误报率随阈值的变化。数值见下方表格。',
  recall: '召回率',
  falsePositives: '误报率',
  precision: '精确率',
  doubtful: {
    'same kind': '同类',
    'same scene': '同一场景',
    'same plate': '同一底板',
  },
  found: (threshold) => `分数不低于 ${threshold} 时找到的匹配，按图片的改动`,
  note: '另行统计：同类的另一物品、同一照片背景前的另一物品、同一圆形或方形底板上的另一徽标。精确率按每十对中有一对匹配计算。区间只有一个值，表示全部通过或全部未通过：更罕见的错误在这个数量的图片对中无从显现。',
  areas: '各服务类型与其他方法对比',
  areasLead: '在同样的图片对上的 ROC 曲线下面积：1 为完美，0.5 为随机。',
};

/** Words around the tables by service type. */
export const serviceTypeScoresText: Localized<ServiceTypeScoresText> = { en: english, zh: chinese };
