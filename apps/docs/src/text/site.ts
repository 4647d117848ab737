import type { Localized } from '../site/locale.ts';

interface SiteText {
  readonly navigation: string;
  readonly repository: string;
  readonly offer: string;
  readonly readChinese: string;
  readonly dismiss: string;
  readonly notFound: string;
  readonly notFoundLead: string;
  readonly home: string;
}

const english: SiteText = {
  navigation: 'Site',
  repository: 'Sources on GitHub, version',
  offer: 'This page exists in Chinese.',
  readChinese: 'Read it in Chinese',
  dismiss: 'Dismiss',
  notFound: 'There is no such page',
  notFoundLead: 'The address may be misspelt, or the page has moved. Paste what you got, or look here:',
  home: 'Home',
};

const chinese: SiteText = {
  navigation: '网站',
  repository: 'GitHub 上的源代码，版本',
  offer: '本页有中文版。',
  readChinese: '阅读中文版',
  dismiss: '关闭',
  notFound: '没有这个页面',
  notFoundLead: '地址可能有误，或页面已移动。请粘贴收到的内容，或从这里开始：',
  home: '首页',
};

/** Words around every page. */
export const siteText: Localized<SiteText> = { en: english, zh: chinese };
