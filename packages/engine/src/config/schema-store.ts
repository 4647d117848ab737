import { section, value } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';

const address = [
  '`redis://[user:password@]host:port[/database]`, or `rediss://` for TLS. With a password, better `urlEnv`.',
  '`redis://[用户:密码@]主机:端口[/库号]`，TLS 使用 `rediss://`。含密码时建议改用 `urlEnv`。',
] as const;

const variable = { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' };

export const storeSchema: SchemaNode = section(
  [
    'A Valkey or Redis that several engines share: used nonces, flow control and uploads. Without it one engine keeps them itself. A change takes a restart.',
    '多个引擎共用的 Valkey 或 Redis：已用 nonce、限流与上传。不填则由单个引擎自行保存。修改后须重启。',
  ],
  {
    url: value('string', address, { pattern: '^rediss?://' }),
    urlEnv: value('string', ['Environment variable that holds it.', '保存该地址的环境变量名。'], variable),
    keyPrefix: value(
      'string',
      [
        'What every key begins with: engines that share a store share it, others need one of their own.',
        '所有键的前缀：共用存储的引擎须相同，其他引擎须各不相同。',
      ],
      { default: 'semblance', pattern: '^[A-Za-z0-9_.-]{1,64}$' },
    ),
    deadlineMs: value(
      'integer',
      [
        'Time the store may take to answer. Beyond it, and for a second after it, it counts as away: signed requests are refused with ServiceUnavailable.',
        '存储的应答时限。超时及其后一秒内视为不可用：已签名的请求以 ServiceUnavailable 拒绝。',
      ],
      { default: 250, minimum: 10, maximum: 10_000 },
    ),
    flowControlWhenAway: value(
      'string',
      [
        'What flow control does while the store is away: `local` counts in each engine alone, `open` lets everything through, `closed` refuses with ServiceUnavailable.',
        '存储不可用时的限流方式：`local` 由各引擎单独计数，`open` 全部放行，`closed` 以 ServiceUnavailable 拒绝。',
      ],
      { enum: ['local', 'open', 'closed'], default: 'local' },
    ),
  },
);

export const objectStorageSchema: SchemaNode = section(
  [
    'An S3-compatible object storage for uploaded pictures, beside `store`; without it they lie in the store. A change takes a restart.',
    '保存上传图片的 S3 兼容对象存储，与 `store` 配合使用；不填则图片保存在 `store` 中。修改后须重启。',
  ],
  {
    endpoint: value('string', ['`https://host[:port]`, without the bucket.', '`https://主机[:端口]`，不含存储桶。'], {
      pattern: '^https?://[^/]+/?$',
    }),
    bucket: value('string', ['The bucket.', '存储桶。'], { pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$' }),
    region: value('string', ['Its region, as signatures name it.', '签名中使用的地域。'], { default: 'us-east-1' }),
    prefix: value('string', ['What names of objects begin with.', '对象名的前缀。'], {
      default: '',
      pattern: '^[A-Za-z0-9/_.-]{0,128}$',
    }),
    accessKeyId: value('string', ['Its key; or `accessKeyIdEnv`.', 'AccessKeyId；或使用 `accessKeyIdEnv`。'], {
      minLength: 1,
    }),
    secretAccessKey: value(
      'string',
      ["The key's secret; better `secretAccessKeyEnv`.", 'Secret；建议改用 `secretAccessKeyEnv`。'],
      { minLength: 1 },
    ),
    accessKeyIdEnv: value(
      'string',
      ['Environment variable with the key.', '保存 AccessKeyId 的环境变量名。'],
      variable,
    ),
    secretAccessKeyEnv: value(
      'string',
      ['Environment variable with its secret.', '保存 Secret 的环境变量名。'],
      variable,
    ),
    deadlineMs: value('integer', ['Time it may take to answer.', '应答时限。'], {
      default: 3000,
      minimum: 50,
      maximum: 60_000,
    }),
  },
);

const mebibyte = 1024 * 1024;

/** Characters of the secret that seals shared features: 128 bits even as hexadecimal digits. */
export const leastSecretLength = 32;

export const sharedFeaturesSchema: SchemaNode = section(
  [
    'A Valkey or Redis in which engines find the features that others have made; best one of its own, which may forget (`maxmemory-policy allkeys-lru`), with a user that knows no other keys: worker processes hold its address. Whatever is wrong with it, features are made anew. Entries are sealed with `secret`: whoever knows it decides scores. Off without an address.',
    '多个引擎共享特征的 Valkey 或 Redis。建议单独部署并允许淘汰（`maxmemory-policy allkeys-lru`），且使用只能访问这些键的用户，因为工作进程持有该地址。无论其出现何种故障，特征都会重新计算。条目以 `secret` 签名：持有该密钥者即可左右得分。不填地址则关闭。',
  ],
  {
    url: value('string', address, { pattern: '^rediss?://' }),
    urlEnv: value('string', ['Environment variable that holds it.', '保存该地址的环境变量名。'], variable),
    secret: value(
      'string',
      [
        'Proves that an entry was made by an engine that knows it: the same for all that share, at least 32 characters (`openssl rand -base64 32`). Without it the engine does not start; better `secretEnv`.',
        '用于证明条目出自持有该密钥的引擎：共享的各引擎须相同，至少 32 个字符（`openssl rand -base64 32`）。缺少时引擎不启动；建议改用 `secretEnv`。',
      ],
      { minLength: leastSecretLength },
    ),
    secretEnv: value('string', ['Environment variable that holds it.', '保存该密钥的环境变量名。'], variable),
    keyPrefix: value('string', ['What every key begins with.', '所有键的前缀。'], {
      default: 'semblance',
      pattern: '^[A-Za-z0-9_.-]{1,64}$',
    }),
    deadlineMs: value(
      'integer',
      [
        'Time it may take to answer. Beyond it, and for a second after it, features are made anew without asking.',
        '应答时限。超时及其后一秒内不再查询，直接重新计算特征。',
      ],
      { default: 100, minimum: 5, maximum: 10_000 },
    ),
    maxBytes: value(
      'integer',
      [
        'All entries together; a picture takes about 400 kB, the least recently used goes first.',
        '全部条目的字节数上限；一张图片约占 400 kB，最久未用的先被清除。',
      ],
      { default: 1024 * mebibyte, minimum: mebibyte, maximum: 1_048_576 * mebibyte },
    ),
    lifetimeMs: value('integer', ['How long an entry that nobody asks for is kept.', '无人查询的条目的保留时间。'], {
      default: 86_400_000,
      minimum: 1000,
      maximum: 2_592_000_000,
    }),
  },
);
