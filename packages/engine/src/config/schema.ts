import {
  accessKeysSchema,
  accountsSchema,
  instancesSchema,
  policiesSchema,
  stsIssuersSchema,
} from './schema-access.ts';
import { adminSchema, loggingSchema, tracingSchema } from './schema-logging.ts';
import { section, value } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';
import { storeSchema } from './schema-store.ts';
import { profilesSchema, similarityProfilesSchema } from './schema-profiles.ts';
import {
  diagnosticsSchema,
  faultProfileSchema,
  featureCacheSchema,
  limitsSchema,
  listenSchema,
  uploadsSchema,
} from './schema-service.ts';

/** The configuration file: the one source of its checks, its types, the editors' JSON Schema and its reference. */
export const configSchema: SchemaNode = section(['Configuration of the Semblance engine.', 'Semblance 引擎的配置。'], {
  listen: listenSchema,
  stateDirectory: value(
    'string',
    [
      'Directory for what the engine keeps: its certificate, uploads, and what has to survive a restart. It is made, for this user alone; several engines may share it. `semblance serve` uses `~/.semblance` unless one is named; without one a private temporary directory serves, and nothing survives. A change takes a restart.',
      '引擎保存自身数据的目录：证书、上传的图片，以及重启后仍需保留的内容。目录会自动创建，仅当前用户可访问，可由多个引擎共用。`semblance serve` 未指定时使用 `~/.semblance`；其他情况下不填则使用私有临时目录，重启后不保留任何内容。修改后须重启。',
    ],
    { minLength: 1 },
  ),
  admin: adminSchema,
  accessKeys: accessKeysSchema,
  accounts: accountsSchema,
  stsIssuers: stsIssuersSchema,
  instances: instancesSchema,
  policies: policiesSchema,
  profiles: profilesSchema,
  similarityProfiles: similarityProfilesSchema,
  limits: limitsSchema,
  uploads: uploadsSchema,
  store: storeSchema,
  featureCache: featureCacheSchema,
  diagnostics: diagnosticsSchema,
  faultProfile: faultProfileSchema,
  logging: loggingSchema,
  tracing: tracingSchema,
  region: value(
    'string',
    [
      'Region that policies name, for example cn-shanghai; the engine itself has none.',
      '策略中使用的地域，例如 cn-shanghai；引擎自身没有地域。',
    ],
    { pattern: '^[a-z0-9-]{1,32}$' },
  ),
  documentationUrl: value(
    'string',
    ['Where the documentation is published; error answers link to it.', '文档站点地址，错误应答会链接到该站点。'],
    { pattern: '^https?://' },
  ),
  analyserModule: value(
    'string',
    [
      'A module that analyses pictures in place of the built-in one: it exports `createAnalyser`. The name of a package, or a path relative to the working directory.',
      '替代内置分析器的模块，须导出 `createAnalyser`。可以是包名，或相对于工作目录的路径。',
    ],
    { minLength: 1 },
  ),
});
