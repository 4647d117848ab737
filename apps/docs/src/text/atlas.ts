import type { Localized } from '../site/locale.ts';

interface AtlasText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly narrow: string;
  readonly status: string;
  readonly cause: string;
  readonly retry: string;
  readonly any: string;
  readonly clear: string;
  /** `{shown}` and `{all}` stand for numbers. */
  readonly count: string;
  readonly nothing: string;
}

const english: AtlasText = {
  title: 'Error atlas',
  description: 'Every code a call can be answered with: what it means, how to reproduce and fix it, whether to retry.',
  lead: 'Every code a call can be answered with, what to do about it, and whether a retry helps.',
  narrow: 'Narrow the list down',
  status: 'Status',
  cause: 'Cause',
  retry: 'Retry',
  any: 'Any',
  clear: 'Clear filters',
  count: '{shown} of {all} codes',
  nothing: 'No code matches. Clear a filter or try other words.',
};

const chinese: AtlasText = {
  title: '错误图谱',
  description: '一次调用可能返回的全部错误码：含义、复现方法、解决办法，以及是否重试。',
  lead: '一次调用可能返回的全部错误码、应对办法，以及是否值得重试。',
  narrow: '缩小范围',
  status: '状态码',
  cause: '原因',
  retry: '重试',
  any: '全部',
  clear: '清除筛选',
  count: '显示 {shown} / {all} 个错误码',
  nothing: '没有匹配的错误码。请清除筛选或换个词。',
};

/** Words of the error atlas. */
export const atlasText: Localized<AtlasText> = { en: english, zh: chinese };
