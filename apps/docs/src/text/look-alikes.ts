import type { Localized } from '../site/locale.ts';

interface LookAlikesText {
  readonly title: string;
  readonly lead: string;
  readonly family: string;
  readonly area: string;
  readonly bestPeer: string;
  readonly lookAlikesFrom: (mark: string) => string;
  readonly copiesFrom: (mark: string) => string;
  /** Names of the families in this language; a name that is missing is shown as the evaluation has it. */
  readonly families: Readonly<Record<string, string>>;
  readonly note: string;
  readonly types: string;
  readonly typesLead: string;
  readonly typeRules: readonly (readonly [name: string, words: string])[];
}

const english: LookAlikesText = {
  title: 'Look-alikes',
  lead: 'Two receipts of one shop, two plots with the same axes, two windows of one program, two photographs under one banner: much agrees, and yet each shows something else. The evaluation measures how far copies of such pictures (scanned, photographed, in another size, cropped, grey, stamped over, passed on) score above other contents of the same design. No family fitted the rule.',
  family: 'Pictures',
  area: 'ROC area',
  bestPeer: 'Best other method',
  lookAlikesFrom: (mark) => `Look-alikes from ${mark}`,
  copiesFrom: (mark) => `Copies from ${mark}`,
  families: {},
  note: 'Found pictures were made by people and taken from packages with documentation; the others are drawn from seeds.',
  types: 'What a service type changes',
  typesLead:
    'The evidence is the same for every service type; what it means is not. The same two pictures may therefore score differently.',
  typeRules: [
    [
      'Generic',
      'Other content, another print and other colours each end the score below 0.9: it is not the same picture. On an article that stands free of its ground, or is otherwise bare, such as a bottle or a garment, plainly another print, replaced or added, or another colour ends it below 0.7, also where it is smaller and elsewhere; what sticks out of the article counts as a stamp. The same thing before another ground keeps its score, in every type, and animations that do not share all their frames stay below 0.9. Another picture in the same frame ends the score below 0.7, a bland one too where its tone is another.',
    ],
    [
      'Product',
      'Another print, also one that was added, or another colour is another article: such pairs stay below 0.7. A print counts from about a thirtieth of all that is seen; one letter of a word is too small to count.',
    ],
    ['Furniture', 'Other views count, so what disagrees counts only where the rest agrees exactly.'],
    ['Trademark', 'The form decides: other colours and reversed tones are the same mark.'],
    ['Fabric', 'The texture decides: another part of the same cloth is no other content.'],
  ],
};

const chinese: LookAlikesText = {
  title: '形似而不同的图片',
  lead: '同一商店的两张小票、坐标轴相同的两幅图、同一程序的两个窗口、同一横幅下的两张照片：大部分一致，内容却不同。评测衡量这类图片的副本（扫描、翻拍、缩放、裁剪、灰度、盖章、转发）比同一版式的其他内容高出多少。表中各类图片均未参与规则拟合。',
  family: '图片',
  area: 'ROC 曲线下面积',
  bestPeer: '其他方法中的最好结果',
  lookAlikesFrom: (mark) => `形似图片不低于 ${mark}`,
  copiesFrom: (mark) => `副本不低于 ${mark}`,
  families: {
    receipt: '小票',
    letter: '信函',
    form: '表单',
    'app screen': '应用界面',
    'source code': '源代码',
    'line plot': '折线图',
    'shop banner': '店铺横幅',
    subtitles: '字幕',
    viewfinder: '取景框',
    'bar code': '条形码',
    signature: '签名',
    emblem: '徽标',
    'T-shirt': 'T 恤',
    bottle: '瓶子',
    flags: '旗帜',
    'found notebook plots': '收集的笔记本图表',
    'found windows': '收集的程序窗口',
    'found function plots': '收集的函数图与对话框',
    'found together': '收集的图片合计',
    'all families': '全部',
  },
  note: '“收集的”图片由人制作，取自带文档的软件包；其余由种子绘制。',
  types: '服务类型改变什么',
  typesLead: '各服务类型使用同样的证据，但证据的含义不同。因此同样两张图片在不同类型中的分数可能不同。',
  typeRules: [
    [
      '通用',
      '内容不同、图案不同或颜色不同，分数都低于 0.9：不是同一张图片。瓶子、衣物等独立于背景或本身素净的物品，图案（替换的或新加的）或颜色明显不同时低于 0.7，缩小或移位也一样；伸出物品之外的视为盖章。同一物体换了背景，在任何类型中分数都不变；并非所有帧都相同的动画低于 0.9。同一边框或版式中换了图片的，低于 0.7；换上的图片即使平淡，只要明暗不同也一样。',
    ],
    [
      '商品',
      '图案不同（新加的图案也算）或颜色不同，即为另一件商品：这类图片对低于 0.7。图案占可见内容约三十分之一以上才算，单词中的一个字母太小。',
    ],
    ['家具', '允许不同视角，只有其余部分完全吻合时，不一致之处才起作用。'],
    ['商标', '以形状为准：换色与反色仍是同一标识。'],
    ['布料', '以纹理为准：同一布料的另一部分不算不同内容。'],
  ],
};

/** Words around look-alikes and what service types make of them. */
export const lookAlikesText: Localized<LookAlikesText> = { en: english, zh: chinese };
