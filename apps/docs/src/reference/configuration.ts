import schema from '../../../../packages/engine/generated/config.schema.json';
import { configurationText } from '../text/configuration.ts';
import type { Locale } from '../site/locale.ts';

/** The part of a configuration schema node that the reference shows. */
interface SchemaNode {
  readonly type: string;
  readonly description: string;
  readonly 'x-zh': string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
}

/** One setting, ready to be shown. */
export interface Setting {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string;
  readonly limits: readonly string[];
}

/** A section of the file with its settings; nested names are joined by dots. */
export interface SettingsSection {
  readonly name: string;
  readonly meaning: string;
  readonly settings: readonly Setting[];
}

const root = schema as unknown as SchemaNode;

/** The configuration file, section by section; settings at the top level come last. */
export function configurationSections(locale: Locale): readonly SettingsSection[] {
  const entries = Object.entries(root.properties ?? {});
  const sections = entries
    .filter(([, node]) => childrenOf(node) !== undefined)
    .map(([name, node]) => ({ name, meaning: describe(node, locale), settings: settingsOf(node, locale, '') }));
  const single = entries.filter(([, node]) => childrenOf(node) === undefined);
  const general = single.map(([name, node]) => setting({ name, node, required: false }, locale));
  return [...sections, { name: configurationText[locale].general, meaning: '', settings: general }];
}

function childrenOf(node: SchemaNode): SchemaNode | undefined {
  if (node.properties !== undefined) return node;
  return node.items?.properties === undefined ? undefined : node.items;
}

function settingsOf(node: SchemaNode, locale: Locale, prefix: string): readonly Setting[] {
  const parent = childrenOf(node);
  return Object.entries(parent?.properties ?? {}).flatMap(([name, child]) => {
    const required = parent?.required?.includes(name) ?? false;
    const own = setting({ name: `${prefix}${name}`, node: child, required }, locale);
    return [own, ...settingsOf(child, locale, `${prefix}${name}.`)];
  });
}

function setting(
  { name, node, required }: { name: string; node: SchemaNode; required: boolean },
  locale: Locale,
): Setting {
  const text = configurationText[locale];
  const type = node.type === 'array' ? text.listOf(node.items?.type ?? 'string') : node.type;
  const limits: string[] = [];
  if (node.enum !== undefined && node.enum.length <= 12)
    limits.push(text.values(node.enum.map((value) => `\`${value}\``).join(', ')));
  if (node.minimum !== undefined && node.maximum !== undefined)
    limits.push(text.range(readable(node.minimum), readable(node.maximum)));
  if (['number', 'string', 'boolean'].includes(typeof node.default))
    limits.push(`${text.defaultValue} \`${String(node.default)}\``);
  return { name, type, required, meaning: describe(node, locale), limits };
}

function describe(node: SchemaNode, locale: Locale): string {
  return locale === 'zh' ? node['x-zh'] : node.description;
}

function readable(value: number): string {
  return value.toLocaleString('en');
}
