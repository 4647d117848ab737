import { accessKeysSchema, instancesSchema, policiesSchema, stsIssuersSchema } from './schema-access.ts';
import { section, value, type SchemaNode } from './schema-node.ts';
import {
  adminSchema,
  diagnosticsSchema,
  faultProfileSchema,
  featureCacheSchema,
  limitsSchema,
  listenSchema,
  loggingSchema,
  profilesSchema,
  similarityProfilesSchema,
  uploadsSchema,
} from './schema-service.ts';

/** The configuration file: the one source of its checks, its types, the editors' JSON Schema and its reference. */
export const configSchema: SchemaNode = section(['Configuration of the Semblance engine.', 'Semblance 引擎的配置。'], {
  listen: listenSchema,
  admin: adminSchema,
  accessKeys: accessKeysSchema,
  stsIssuers: stsIssuersSchema,
  instances: instancesSchema,
  policies: policiesSchema,
  profiles: profilesSchema,
  similarityProfiles: similarityProfilesSchema,
  limits: limitsSchema,
  uploads: uploadsSchema,
  featureCache: featureCacheSchema,
  diagnostics: diagnosticsSchema,
  faultProfile: faultProfileSchema,
  logging: loggingSchema,
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
