import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { configReference } from './config-reference.ts';
import { errorReach } from './error-reach.ts';
import { resolvedSchema } from './resolved-schema.ts';
import { configSchema } from '../src/config/schema.ts';

const packageFolder = path.resolve(import.meta.dirname, '..');
const banner = 'Generated from packages/engine/src/config/schema*.ts by `npm run generate`. Do not edit.';

async function write(file: string, text: string): Promise<void> {
  const target = path.join(packageFolder, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

const { default: _none, ...rootSchema } = configSchema;
const jsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://semblance.github.io/engine/config.schema.json',
  $comment: banner,
  title: 'Semblance engine configuration',
  ...rootSchema,
};
await write('generated/config.schema.json', `${JSON.stringify(jsonSchema, undefined, 2)}\n`);
await write(
  'src/config/generated/engine-config.ts',
  await compile(resolvedSchema(configSchema), 'EngineConfig', {
    bannerComment: `// ${banner}`,
    format: false,
    additionalProperties: false,
    strictIndexSignatures: true,
  }),
);
await write('generated/config-reference.en.md', configReference(configSchema, 'en', banner));
await write('generated/config-reference.zh.md', configReference(configSchema, 'zh', banner));
await write(
  'generated/error-reach.md',
  errorReach('Generated from packages/engine/src/request/answer/*.ts by `npm run generate`. Do not edit.'),
);
