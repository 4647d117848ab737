import type { StarlightUserConfig } from '@astrojs/starlight/types';
import type { Localized } from './locale.ts';

type Sidebar = NonNullable<StarlightUserConfig['sidebar']>;

/** A page of the table of contents. */
export interface ContentsPage {
  readonly link: string;
  readonly label: Localized<string>;
}

/** A group of pages for one purpose. */
export interface ContentsSection {
  readonly label: Localized<string>;
  readonly pages: readonly ContentsPage[];
}

function page(link: string, en: string, zh: string): ContentsPage {
  return { link, label: { en, zh } };
}

function section(en: string, zh: string, pages: readonly ContentsPage[]): ContentsSection {
  return { label: { en, zh }, pages };
}

/** The site's table of contents, from getting started to the project's decisions. */
export const contents: readonly ContentsSection[] = [
  section('Start', '开始', [
    page('/start/', 'Five minutes', '五分钟上手'),
    page('/console/', 'Console', '控制台'),
    page('/start/engine/', 'Run the engine', '运行引擎'),
    page('/start/client/', 'Call it from code', '在代码中调用'),
    page('/start/mock/', 'Test with the mock', '使用模拟服务测试'),
  ]),
  section('When a call fails', '排查错误', [
    page('/errors/', 'Error atlas', '错误图谱'),
    page('/signature-lab/', 'Signature lab', '签名实验室'),
  ]),
  section('Guides', '指南', [
    page('/score/', 'What a score means', '分数的含义'),
    page('/guides/migrate/', 'Migrate from the vendor SDK', '从官方 SDK 迁移'),
    page('/guides/official-sdks/', 'Official SDKs, your engine', '官方 SDK 接入引擎'),
    page('/guides/testing/', 'Testing with the mock', '使用模拟服务测试'),
    page('/guides/running/', 'Running the engine', '运行引擎'),
    page('/guides/machines/', 'More than one machine', '多台机器'),
    page('/guides/capacity/', 'Capacity', '容量'),
    page('/guides/many-pairs/', 'Many pairs and folders', '批量比对与文件夹'),
    page('/guides/models/', 'Your own models', '使用自己的模型'),
    page('/guides/security/', 'Security model', '安全模型'),
  ]),
  section('Reference', '参考', [
    page('/reference/', 'CompareSimilarByImage', 'CompareSimilarByImage'),
    page('/reference/common-parameters/', 'Common parameters', '公共参数'),
    page('/reference/signature-v3/', 'Signature V3', 'V3 签名'),
    page('/reference/signature-v1/', 'Signature V1', 'V1 签名'),
    page('/reference/upload/', 'Uploading pictures', '上传图片'),
    page('/reference/configuration/', 'Engine configuration', '引擎配置'),
    page('/reference/openapi/', 'OpenAPI document', 'OpenAPI 文档'),
  ]),
  section('Project', '项目', [
    page('/guides/contradictions/', 'Contradictions in the record', '公开资料中的矛盾'),
    page('/guides/decisions/', 'Decisions', '设计决策'),
  ]),
];

/** A page of the flattened table of contents. */
export interface ListedPage {
  /** From the site's root, without language. */
  readonly path: string;
  readonly title: Localized<string>;
}

/** Every page of the table of contents in order. */
export const listedPages: readonly ListedPage[] = contents.flatMap(({ pages }) =>
  pages.map(({ link, label }) => ({ path: link, title: label })),
);

/** The table of contents in Starlight's form. */
export const sidebar: Sidebar = contents.map(({ label, pages }) => ({
  label: label.en,
  translations: { 'zh-CN': label.zh },
  items: pages.map((item) => ({ label: item.label.en, translations: { 'zh-CN': item.label.zh }, link: item.link })),
}));
