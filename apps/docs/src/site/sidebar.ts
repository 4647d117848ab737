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
  group('Reference', '参考', [
    page('/reference/', 'The action', '操作'),
    page('/reference/common-parameters/', 'Common parameters', '公共参数'),
  ]),
  group('When a call fails', '排查错误', [page('/errors/', 'Error atlas', '错误图谱')]),
];
