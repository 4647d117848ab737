import type { Localized } from '../site/locale.ts';

interface AtlasText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
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
  lead: 'Every code a call can be answered with. Search by a code, or by words from the message you got; narrow down by status, cause and whether a retry helps.',
  search: 'Search codes and messages',
  searchHint: 'e.g. pixels, signature, timed out',
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
  lead: '一次调用可能返回的全部错误码。可按错误码或错误信息中的文字搜索，并按状态码、原因和是否可重试筛选。',
  search: '搜索错误码或错误信息',
  searchHint: '例如：像素、签名、超时',
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
