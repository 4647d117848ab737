import type { StarlightUserConfig } from '@astrojs/starlight/types';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;
type SidebarItem = Sidebar[number];

function page(link: string, english: string, chinese: string): SidebarItem {
  return { label: english, translations: { 'zh-CN': chinese }, link };
}

function group(english: string, chinese: string, items: SidebarItem[]): SidebarItem {
  return { label: english, translations: { 'zh-CN': chinese }, items };
}

/** The site's table of contents. */
export const sidebar: Sidebar = [
  group('Start', '开始', [
    page('/start/', 'Five minutes', '五分钟上手'),
    page('/console/', 'Console', '控制台'),
    page('/start/engine/', 'Run the engine', '运行引擎'),
    page('/start/client/', 'Call it from code', '在代码中调用'),
    page('/start/mock/', 'Test with the mock', '使用模拟服务测试'),
  ]),
  group('Reference', '参考', [
    page('/reference/', 'CompareSimilarByImage', 'CompareSimilarByImage'),
    page('/reference/common-parameters/', 'Common parameters', '公共参数'),
    page('/reference/signature-v3/', 'Signature V3', 'V3 签名'),
    page('/reference/signature-v1/', 'Signature V1', 'V1 签名'),
    page('/reference/upload/', 'Uploading pictures', '上传图片'),
    page('/reference/configuration/', 'Engine configuration', '引擎配置'),
    page('/reference/openapi/', 'OpenAPI document', 'OpenAPI 文档'),
  ]),
  group('When a call fails', '排查错误', [
    page('/errors/', 'Error atlas', '错误图谱'),
    page('/signature-lab/', 'Signature lab', '签名实验室'),
  ]),
  group('Understand', '理解', [
    page('/score/', 'What a score means', '分数的含义'),
    page('/guides/contradictions/', 'Contradictions in the record', '公开资料中的矛盾'),
    page('/guides/decisions/', 'Decisions', '设计决策'),
  ]),
  group('Guides', '指南', [
    page('/guides/migrate/', 'Migrate from the vendor SDK', '从官方 SDK 迁移'),
    page('/guides/official-sdks/', 'Official SDKs, your engine', '官方 SDK 接入引擎'),
    page('/guides/testing/', 'Testing with the mock', '使用模拟服务测试'),
    page('/guides/running/', 'Running the engine', '运行引擎'),
    page('/guides/models/', 'Your own models', '使用自己的模型'),
    page('/guides/security/', 'Security model', '安全模型'),
  ]),
];

/** A page of the table of contents. */
export interface ListedPage {
  /** From the site's root, without language. */
  readonly path: string;
  readonly title: { readonly en: string; readonly zh: string };
}

/** Every page of the table of contents in order. */
export const listedPages: readonly ListedPage[] = sidebar.flatMap((item) => pagesOf(item));

function pagesOf(item: SidebarItem): readonly ListedPage[] {
  if (typeof item === 'string') return [];
  if ('items' in item && Array.isArray(item.items)) return item.items.flatMap((inner) => pagesOf(inner));
  if (!('link' in item) || typeof item.label !== 'string') return [];
  return [{ path: item.link, title: { en: item.label, zh: item.translations?.['zh-CN'] ?? item.label } }];
}
