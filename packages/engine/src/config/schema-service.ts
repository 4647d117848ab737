import { isErrorCode } from '@semblance/spec/error-policy';
import { operationErrors } from '@semblance/spec/error-catalog';
import { formBodyMaxBytes, headerMaxBytes, transferTimeoutMs, uploadMaxBytes } from '@semblance/spec/limits';
import { mostWorkers } from './most-workers.ts';
import { list, names, section, value } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';
import { objectStorageSchema, sharedFeaturesSchema } from './schema-store.ts';

const mebibyte = 1024 * 1024;
const port = { minimum: 0, maximum: 65_535 };

export const listenSchema: SchemaNode = section(
  [
    'Where the engine listens. A change takes a restart, but for the certificate and its key.',
    '监听设置。除证书及其私钥外，修改后须重启。',
  ],
  {
    host: value('string', ['Address to bind to.', '绑定的地址。'], { default: '127.0.0.1' }),
    port: value(
      'integer',
      ['Port, for plain HTTP and TLS alike; 0 picks a free one.', '端口，HTTP 与 TLS 共用；0 表示自动选择。'],
      { default: 8080, ...port },
    ),
    advertisedAddress: value(
      'string',
      [
        'Host and port that callers use, where a proxy hides it; uploads are sent there.',
        '调用方实际使用的主机与端口（经代理时填写），上传也发往该地址。',
      ],
      {
        pattern: '^[A-Za-z0-9.-]+(:[0-9]{1,5})?$',
      },
    ),
    requireTls: value('boolean', ['Refuse calls over plain HTTP.', '拒绝明文 HTTP 调用。'], { default: false }),
    certificateFile: value('string', [
      'Certificate chain, PEM. Without it one is made and kept in `stateDirectory`.',
      '证书链（PEM）。不填则自动生成并保存在 `stateDirectory`。',
    ]),
    privateKeyFile: value('string', ['Its private key, PEM.', '证书私钥（PEM）。']),
    maxConnections: value(
      'integer',
      [
        'Connections at once. Beyond it, those that have rested longest end to make room; where all are at work, a new one is answered with `DeniedRequest`, over TLS reset.',
        '最大并发连接数。超出后，空闲最久的连接会被关闭以腾出位置；若所有连接都在处理请求，则新连接收到 `DeniedRequest`，TLS 连接则被重置。',
      ],
      { default: 1000, minimum: 1, maximum: 100_000 },
    ),
    maxConnectionsPerPeer: value(
      'integer',
      [
        'Connections of one address (of IPv6, one /64 network) at once; 0 stands for half of `maxConnections`. Raise it to `maxConnections` behind a proxy.',
        '单个地址（IPv6 为一个 /64 网段）的最大并发连接数；0 表示 `maxConnections` 的一半。位于代理之后时请调高到 `maxConnections`。',
      ],
      { default: 0, minimum: 0, maximum: 100_000 },
    ),
    firstByteMs: value('integer', ['How long a new connection may stay silent.', '新连接发出首个字节的时限。'], {
      default: 5000,
      minimum: 50,
      maximum: 600_000,
    }),
    maxHeaderBytes: value('integer', ['Request line and headers together.', '请求行与请求头的总字节数上限。'], {
      default: headerMaxBytes,
      minimum: 8192,
      maximum: 8 * mebibyte,
    }),
    keepAliveMs: value('integer', ['How long an idle connection stays open.', '空闲连接的保持时间。'], {
      default: 75_000,
      minimum: 1000,
      maximum: 3_600_000,
    }),
  },
);

export const limitsSchema: SchemaNode = section(
  [
    'Bounds and deadlines. A change of `workers`, `drainMs` and `drainPauseMs` takes a restart.',
    '上限与时限。修改 `workers`、`drainMs` 与 `drainPauseMs` 后须重启。',
  ],
  {
    maxBodyBytes: value('integer', ['Form body of one request.', '单个请求的表单字节数上限。'], {
      default: formBodyMaxBytes,
      minimum: 1024,
      maximum: Math.max(256 * mebibyte, 4 * formBodyMaxBytes),
    }),
    maxBodyBytesInFlight: value('integer', ['Form bodies of all requests together.', '所有请求的表单字节数总上限。'], {
      default: Math.max(512 * mebibyte, 4 * formBodyMaxBytes),
      minimum: mebibyte,
      maximum: 65_536 * mebibyte,
    }),
    transferMs: value('integer', ['Time a body may take to arrive.', '请求体的传输时限。'], {
      default: transferTimeoutMs,
      minimum: 50,
      maximum: 600_000,
    }),
    requestMs: value(
      'integer',
      ['Time a comparison may take from the complete request to the answer.', '从收完请求到应答的总时限。'],
      { default: 10_000, minimum: 50, maximum: 600_000 },
    ),
    extractionMs: value(
      'integer',
      [
        'Time decoding and feature extraction of one picture may take, and the look at what differs; the worker is killed after it.',
        '单张图片解码与特征提取的时限，差异比对同此；超时即终止工作进程。',
      ],
      { default: 5000, minimum: 50, maximum: 600_000 },
    ),
    workerAnswerMs: value(
      'integer',
      [
        'Time a worker may take to accept a picture; another is tried once.',
        '工作进程接收图片的时限，超时后换一个进程重试一次。',
      ],
      { default: 2000, minimum: 20, maximum: 60_000 },
    ),
    workers: value(
      'integer',
      ['Worker processes; 0 stands for one a core, at most 8.', '工作进程数；0 表示每个核心一个，最多 8 个。'],
      { default: 0, minimum: 0, maximum: mostWorkers },
    ),
    workerMaxBytes: value(
      'integer',
      [
        'Resident memory after which a worker is replaced between two pictures.',
        '工作进程的常驻内存超过该值后，在两次任务之间被替换。',
      ],
      { default: 1536 * mebibyte, minimum: 64 * mebibyte, maximum: 65_536 * mebibyte },
    ),
    workerEnvironment: names([
      'Environment variables that workers get beside the usual ones (paths, language, time zone): for an `analyserModule`. Name none that holds a secret.',
      '除常用变量（路径、语言、时区）之外传给工作进程的环境变量名，供 `analyserModule` 使用。请勿填写保存密钥的变量。',
    ]),
    queueLength: value('integer', ['Comparisons that may wait for a worker.', '等待处理的比较请求数上限。'], {
      default: 32,
      minimum: 0,
      maximum: 10_000,
    }),
    drainPauseMs: value(
      'integer',
      [
        'Time the port stays open after `/readyz` has said that the engine goes: longer than the interval at which a load balancer asks.',
        '`/readyz` 宣告停止之后端口继续开放的时间，应长于负载均衡器的探测间隔。',
      ],
      { default: 0, minimum: 0, maximum: 600_000 },
    ),
    drainMs: value(
      'integer',
      [
        'Time requests that arrive or run get when the engine is told to stop.',
        '停止时留给正在接收和处理中的请求的时间。',
      ],
      { default: 10_000, minimum: 0, maximum: 600_000 },
    ),
  },
);

export const uploadsSchema: SchemaNode = section(['Uploads of the Advance flow.', 'Advance 流程的上传设置。'], {
  directory: value('string', [
    'Where uploaded pictures lie, each run in a directory of its own that the next start clears away if need be; without it in `stateDirectory`.',
    '上传图片的保存目录。每次运行使用独立的子目录，如有残留则在下次启动时清除；不填则保存在 `stateDirectory` 中。',
  ]),
  maxObjectBytes: value(
    'integer',
    [
      'Size of one upload; a little over the limit of a picture, so that the comparison can answer with the proper code.',
      '单个上传的字节数上限，略高于图片上限，以便比对时返回正确的错误码。',
    ],
    { default: uploadMaxBytes, minimum: 1024, maximum: 1024 * mebibyte },
  ),
  maxStoredBytes: value('integer', ['All uploads together.', '全部上传的字节数总上限。'], {
    default: 1024 * mebibyte,
    minimum: 1024,
    maximum: 1_048_576 * mebibyte,
  }),
  maxShareOfUser: value(
    'number',
    [
      "Share of its account's quota that one user or role may hold, 0 to 1; the account itself may hold all of it.",
      '单个用户或角色可占用的账号配额比例，0 到 1；主账号不受此限。',
    ],
    { default: 0.25, minimum: 0, maximum: 1 },
  ),
  lifetimeMs: value('integer', ['How long an address and its picture stay usable.', '上传地址与图片的有效时间。'], {
    default: 600_000,
    minimum: 100,
    maximum: 86_400_000,
  }),
  objectStorage: objectStorageSchema,
});

export const featureCacheSchema: SchemaNode = section(
  [
    'Features of pictures seen before, kept in memory and, if asked, on disk and where other engines find them. A change takes a restart.',
    '已提取特征的缓存：默认在内存中，可另存磁盘，也可与其他引擎共享。修改后须重启。',
  ],
  {
    memoryBytes: value(
      'integer',
      [
        'Features each worker keeps in memory; a picture takes about 400 kB, the least recently used goes first. 0: none.',
        '每个工作进程在内存中保留的特征字节数；一张图片约占 400 kB，最久未用的先被清除。0 表示不保留。',
      ],
      { default: 67_108_864, minimum: 0, maximum: 17_179_869_184 },
    ),
    mode: value(
      'string',
      [
        '`best-effort` computes anew when the cache fails; `required` answers InternalTableStoreError.',
        '`best-effort` 在缓存故障时重新计算；`required` 则返回 InternalTableStoreError。',
      ],
      { enum: ['off', 'best-effort', 'required'], default: 'off' },
    ),
    directory: value('string', ['Where it lies.', '缓存目录。']),
    maxEntries: value(
      'integer',
      ['Pictures kept; the least recently used go first.', '保留的图片数，最久未用的先被清除。'],
      { default: 2000, minimum: 1, maximum: 10_000_000 },
    ),
    shared: sharedFeaturesSchema,
  },
);

export const diagnosticsSchema: SchemaNode = section(['Diagnoses of policy refusals.', '权限拒绝的诊断信息。'], {
  secret: value(
    'string',
    [
      'Seals EncodedDiagnosticMessage; without it the secret of the first access key does.',
      '用于加密 EncodedDiagnosticMessage；不填则使用第一个密钥的 Secret。',
    ],
    { minLength: 8 },
  ),
  secretEnv: value('string', ['Environment variable that holds it.', '保存该密钥的环境变量名。'], { minLength: 1 }),
});

export const faultProfileSchema: SchemaNode = section(
  [
    'Simulated errors, for testing callers. Every such answer carries `x-simulated: 1`.',
    '模拟错误，用于测试调用方。此类应答均带有 `x-simulated: 1`。',
  ],
  {
    rules: list(
      ['First matching rule wins.', '首条匹配的规则生效。'],
      section(
        ['One rule.', '一条规则。'],
        {
          code: value('string', ['Code to answer.', '返回的错误码。'], {
            enum: Object.keys(operationErrors).filter((code) => isErrorCode(code)),
          }),
          instance: value('string', ['Only for this instance.', '仅对该实例生效。'], { minLength: 1 }),
          share: value('number', ['Share of the calls, 0 to 1.', '命中比例，0 到 1。'], {
            default: 1,
            minimum: 0,
            maximum: 1,
          }),
        },
        ['code'],
      ),
    ),
  },
);
