import type { Localized } from '../site/locale.ts';

interface ConfigurationText {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly setting: string;
  readonly meaning: string;
  readonly defaultValue: string;
  readonly listOf: (item: string) => string;
  readonly values: (values: string) => string;
  readonly range: (from: string, to: string) => string;
  readonly general: string;
}

const english: ConfigurationText = {
  title: 'Configuration of the engine',
  description: 'Every setting of the engine’s configuration file: type, default, range, meaning.',
  lead: 'A YAML file, given with `--config`. It is checked when it is read: an unknown or wrong setting is refused with its place in the file. This page is made from the schema the engine checks against.',
  setting: 'Setting',
  meaning: 'Meaning',
  defaultValue: 'Default:',
  listOf: (item) => `list of ${item}`,
  values: (values) => `One of ${values}.`,
  range: (from, to) => `From ${from} to ${to}.`,
  general: 'General',
};

const chinese: ConfigurationText = {
  title: '引擎配置',
  description: '引擎配置文件的全部设置：类型、默认值、范围与含义。',
  lead: '以 `--config` 指定的 YAML 文件。读取时即检查：未知或错误的设置会被拒绝，并指明在文件中的位置。本页由引擎检查所用的结构生成。',
  setting: '设置',
  meaning: '含义',
  defaultValue: '默认值：',
  listOf: (item) => `${item} 列表`,
  values: (values) => `可选值：${values}。`,
  range: (from, to) => `取值范围 ${from} 到 ${to}。`,
  general: '通用',
};

/** Words of the configuration reference. */
export const configurationText: Localized<ConfigurationText> = { en: english, zh: chinese };
