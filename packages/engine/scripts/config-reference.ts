import type { SchemaNode } from '../src/config/schema-node.ts';

const words = {
  en: {
    title: 'Configuration file of the engine',
    intro:
      'YAML, checked at start. `semblance serve --config FILE` reads it; SIGHUP reads it again (keys, issuers, instances, policies, limits, the certificate and its key, faults and the documentation address change at once; the log names, setting by setting, what took effect and what takes a restart).',
    head: '| Setting | Type | Default | Meaning |',
    required: 'required',
    from: 'from',
    to: 'to',
    oneOf: 'one of',
  },
  zh: {
    title: '引擎配置文件',
    intro:
      'YAML 格式，启动时校验。由 `semblance serve --config FILE` 读取；收到 SIGHUP 时重新读取（密钥、签发方、实例、策略、各项上限、证书及其私钥、模拟错误与文档地址立即生效；日志逐项列出哪些已生效、哪些须重启）。',
    head: '| 设置 | 类型 | 默认值 | 含义 |',
    required: '必填',
    from: '最小',
    to: '最大',
    oneOf: '可选值',
  },
} as const;

type Language = keyof typeof words;

/** The reference of the configuration file in Markdown, with one table per section. */
export function configReference(root: SchemaNode, language: Language, banner: string): string {
  const { title, intro, head } = words[language];
  const lines = [`<!-- ${banner} -->`, '', `# ${title}`, '', intro, ''];
  const plain = Object.entries(root.properties ?? {}).filter(([, node]) => leaf(node));
  for (const [name, node] of Object.entries(root.properties ?? {}))
    if (!leaf(node)) lines.push(`## \`${name}\``, '', text(node, language), '', ...table(node, language, head), '');

  lines.push(head, '| --- | --- | --- | --- |');
  for (const [name, node] of plain) lines.push(row({ name, node, required: false }, language));
  return `${lines.join('\n')}\n`;
}

function leaf(node: SchemaNode): boolean {
  return node.properties === undefined && node.items?.properties === undefined;
}

function text(node: SchemaNode, language: Language): string {
  return language === 'en' ? node.description : node['x-zh'];
}

function table(node: SchemaNode, language: Language, head: string): string[] {
  return [head, '| --- | --- | --- | --- |', ...rows(node, '', language)];
}

function rows(node: SchemaNode, prefix: string, language: Language): string[] {
  const holder = node.items ?? node;
  return Object.entries(holder.properties ?? {}).flatMap(([key, child]) => {
    const name = `${prefix}${key}`;
    const own = row({ name, node: child, required: holder.required?.includes(key) ?? false }, language);
    return leaf(child)
      ? own
      : [own].concat(rows(child, child.items === undefined ? `${name}.` : `${name}[].`, language));
  });
}

function row(
  { name, node, required }: { readonly name: string; readonly node: SchemaNode; readonly required: boolean },
  language: Language,
): string {
  const fallback =
    node.default === undefined ? (required ? words[language].required : '–') : `\`${JSON.stringify(node.default)}\``;
  const cells = [`\`${name}\``, typeName(node), fallback, `${text(node, language)}${bounds(node, language)}`];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function typeName(node: SchemaNode): string {
  return node.type === 'array' ? `${node.items?.type ?? 'object'}[]` : node.type;
}

function bounds(node: SchemaNode, language: Language): string {
  const { from, to, oneOf } = words[language];
  const facts: string[] = [];
  if (node.enum !== undefined && node.enum.length <= 12)
    facts.push(`${oneOf} ${node.enum.map((entry) => `\`${entry}\``).join(', ')}`);
  if (node.minimum !== undefined) facts.push(`${from} ${node.minimum}`);
  if (node.maximum !== undefined) facts.push(`${to} ${node.maximum}`);
  return facts.length === 0 ? '' : ` (${facts.join('; ')})`;
}
