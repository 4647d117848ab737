import { serviceTypes } from '@semblance/spec/limits';
import { list, section, value } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';

export const profilesSchema: SchemaNode = list(
  [
    'Similarity profiles with models of your own, beside `default`. A change takes a restart.',
    '除 `default` 之外使用自有模型的相似度方案，修改后须重启。',
  ],
  section(
    ['One profile.', '一个方案。'],
    {
      name: value('string', ['Its name.', '方案名称。'], { pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$' }),
      manifest: value(
        'string',
        [
          "File of the model's manifest, relative to the working directory; `semblance model check` checks one.",
          '模型清单文件（相对于工作目录），可用 `semblance model check` 检查。',
        ],
        { minLength: 1 },
      ),
    },
    ['name', 'manifest'],
  ),
);

const profileOfType = value('string', ['`default`, or one of `profiles`.', '`default` 或 `profiles` 之一。'], {
  minLength: 1,
});

export const similarityProfilesSchema: SchemaNode = section(
  [
    'Similarity profile by service type, for instances that name none; a type without one uses `default`.',
    '按服务类型设置的相似度方案，用于未指定方案的实例；未设置的类型使用 `default`。',
  ],
  Object.fromEntries(
    Object.entries(serviceTypes)
      .filter(([, { comparable }]) => comparable)
      .map(([type]) => [type, profileOfType]),
  ),
);
