import { policyAction } from '@semblance/spec/protocol';
import { instanceNameMaxLength, serviceTypes } from '@semblance/spec/limits';
import { anything, list, section, value } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';

const account = value('string', ['Account the key belongs to.', '密钥所属的账号。'], { minLength: 1, maxLength: 64 });
const secret = value(
  'string',
  ['The secret itself; better kept in the environment.', '密钥本身；建议放在环境变量中。'],
  {
    minLength: 1,
  },
);
const secretEnv = value('string', ['Environment variable that holds the secret.', '保存密钥的环境变量名。'], {
  minLength: 1,
});

const ownRate = {
  queriesPerSecond: value(
    'number',
    [
      'Calls a second it may make in the long run, uploads included; unbounded unless given.',
      '长期平均每秒可发起的调用数（含上传授权）；不填则不限。',
    ],
    { minimum: 0.001, maximum: 1_000_000 },
  ),
  burst: value(
    'integer',
    [
      'Calls it may make at once after a pause; twice the rate unless given.',
      '空闲后可一次性发起的调用数；不填则为速率的两倍。',
    ],
    { minimum: 1, maximum: 1_000_000 },
  ),
};

const weight = value(
  'number',
  [
    'Its share beside others when work has to wait: 2 gets twice as much as 1.',
    '任务需要排队时所占的份额：2 为 1 的两倍。',
  ],
  { default: 1, minimum: 0.01, maximum: 100 },
);

export const accountsSchema: SchemaNode = list(
  [
    'Accounts whose share is not 1. When work has to wait, accounts take turns by weight, and so do the keys within one.',
    '份额不为 1 的账号。任务需要排队时，各账号按份额轮流处理，账号内的各密钥亦然。',
  ],
  section(['One account.', '一个账号。'], { account, weight }, ['account']),
);

export const accessKeysSchema: SchemaNode = list(
  [
    'Keys that may call the engine. Give each either `accessKeySecret` or `accessKeySecretEnv`.',
    '可调用引擎的密钥。每个密钥须提供 `accessKeySecret` 或 `accessKeySecretEnv` 之一。',
  ],
  section(
    ['One key.', '一个密钥。'],
    {
      accessKeyId: value('string', ['Its public part.', '密钥 ID。'], { minLength: 1, maxLength: 128 }),
      accessKeySecret: secret,
      accessKeySecretEnv: secretEnv,
      account,
      user: value(
        'string',
        [
          'Name of the user the key belongs to. Without it the key is the account itself, which may do everything with its own instances; a user may do what a policy allows.',
          '密钥所属的用户名。不填表示主账号，可对自己的实例执行全部操作；用户只能执行策略允许的操作。',
        ],
        { minLength: 1, maxLength: 64 },
      ),
      active: value('boolean', ['`false` disables the key.', '`false` 表示停用。'], { default: true }),
      ...ownRate,
      weight,
      securityToken: value(
        'string',
        ['Makes the key temporary: the token that has to come with it.', '设置后为临时密钥：调用时须携带的安全令牌。'],
        { minLength: 1 },
      ),
      expiresAt: value('string', ['When a temporary key ends.', '临时密钥的失效时间。'], { format: 'date-time' }),
    },
    ['accessKeyId', 'account'],
  ),
);

export const stsIssuersSchema: SchemaNode = list(
  [
    'Issuers of temporary credentials (`semblance sts-token` makes them); the token carries the credentials, sealed with the secret.',
    '临时凭证的签发方（由 `semblance sts-token` 生成）；令牌中包含以该密钥加密的凭证。',
  ],
  section(
    ['One issuer.', '一个签发方。'],
    {
      name: value(
        'string',
        ['Its name; part of every temporary AccessKeyId.', '名称，也是临时 AccessKeyId 的一部分。'],
        {
          pattern: '^[A-Za-z0-9-]{1,32}$',
        },
      ),
      secret,
      secretEnv,
      account,
      role: value(
        'string',
        ['Role its credentials act in; policies are attached to it.', '凭证所扮演的角色，策略附加在该角色上。'],
        {
          minLength: 1,
          maxLength: 64,
        },
      ),
      ...ownRate,
      weight,
    },
    ['name', 'account', 'role'],
  ),
);

export const instancesSchema: SchemaNode = list(
  ['Instances that can be named in a request.', '请求中可以使用的实例。'],
  section(
    ['One instance.', '一个实例。'],
    {
      name: value('string', ['Its name.', '实例名称。'], {
        pattern: `^[^\\s\\p{C}]{1,${instanceNameMaxLength}}$`,
      }),
      serviceType: value(
        'string',
        [
          'What it is for; decides the pixel limits and how colours, prints and parts count in a score.',
          '服务类型，决定图片的像素限制，以及颜色、图案与局部在分数中的作用。',
        ],
        {
          enum: Object.keys(serviceTypes),
          default: 'generic',
        },
      ),
      state: value(
        'string',
        [
          'Only `running` answers; every other state gives InstanceStatusError.',
          '仅 `running` 可用，其他状态返回 InstanceStatusError。',
        ],
        {
          enum: ['running', 'suspended', 'expired', 'draining'],
          default: 'running',
        },
      ),
      owner: value('string', ['Account that owns it.', '所属账号。'], { minLength: 1, maxLength: 64 }),
      queriesPerSecond: value(
        'number',
        [
          'Calls a second it serves in the long run. Unless given, what this machine can do: workers over the time a comparison has been taking.',
          '长期平均每秒可处理的调用数。不填则取本机能力：工作进程数除以近期一次比对的耗时。',
        ],
        { minimum: 0.001, maximum: 1_000_000 },
      ),
      burst: value(
        'integer',
        [
          'Calls it serves at once after a pause; what it serves in two seconds unless given. Keys that share an instance have equal parts of rate and burst.',
          '空闲后可一次性处理的调用数；不填则为两秒的处理量。共用一个实例的密钥平分速率与突发量。',
        ],
        { minimum: 1, maximum: 1_000_000 },
      ),
      objectQuota: value(
        'integer',
        [
          "Uploaded pictures its owner may keep at once, summed over the owner's instances.",
          '所属账号可同时保存的已上传图片数，按该账号的全部实例累加。',
        ],
        {
          minimum: 0,
          maximum: 1_000_000,
          default: 1000,
        },
      ),
      similarityProfile: value(
        'string',
        [
          'Its similarity profile: `default`, or one of `profiles`. Without it the one that `similarityProfiles` names for its service type.',
          '相似度方案：`default` 或 `profiles` 之一。不填则使用 `similarityProfiles` 中该服务类型的方案。',
        ],
        { minLength: 1 },
      ),
    },
    ['name', 'owner'],
  ),
);

const pattern = { minLength: 1, maxLength: 1024 };

export const policiesSchema: SchemaNode = list(
  [
    'Policies in the manner of RAM. A matching Deny wins over every Allow; what nothing allows is denied. A Deny that can never apply is refused at start; an Allow that cannot is a warning in the log.',
    '仿 RAM 的访问策略。匹配的 Deny 优先于 Allow；未被允许的操作一律拒绝。永远不会生效的 Deny 会使启动失败，永远不会生效的 Allow 会在日志中给出警告。',
  ],
  section(
    ['One policy.', '一条策略。'],
    {
      name: value('string', ['Its name.', '策略名称。'], { minLength: 1, maxLength: 64 }),
      account: value('string', ['Account the users and roles belong to.', '用户与角色所属的账号。'], { minLength: 1 }),
      users: list(['Users it is attached to.', '附加到的用户。'], value('string', ['A user.', '用户名。'])),
      roles: list(['Roles it is attached to.', '附加到的角色。'], value('string', ['A role.', '角色名。'])),
      statements: list(
        ['What it says.', '策略语句。'],
        section(
          ['One statement.', '一条语句。'],
          {
            effect: value('string', ['Whether it allows or denies.', '允许或拒绝。'], { enum: ['Allow', 'Deny'] }),
            actions: list(
              [
                'Actions; `*` stands for any characters, `?` for one; not case-sensitive.',
                '操作；`*` 匹配任意字符，`?` 匹配一个字符；不区分大小写。',
              ],
              value('string', [`For example ${policyAction}.`, `例如 ${policyAction}。`], pattern),
            ),
            resources: list(
              [
                'Resources; `*` stands for any characters, `?` for one. Where the engine has no `region`, a Deny applies whatever region it names, and an Allow has to leave the region to `*`.',
                '资源；`*` 匹配任意字符，`?` 匹配一个字符。引擎未设置 `region` 时，Deny 无论写明哪个地域都生效，Allow 的地域须写作 `*`。',
              ],
              value(
                'string',
                [
                  'For example acs:imagesearch:*:1000:instance/demoinstance1.',
                  '例如 acs:imagesearch:*:1000:instance/demoinstance1。',
                ],
                pattern,
              ),
            ),
            conditions: anything([
              'Conditions are not evaluated: a Deny that has any always applies, an Allow that has any never does. The log says so at start.',
              '不计算条件：带条件的 Deny 始终生效，带条件的 Allow 从不生效；启动时会写入日志。',
            ]),
          },
          ['effect', 'actions', 'resources'],
        ),
      ),
    },
    ['name', 'account', 'statements'],
  ),
);
