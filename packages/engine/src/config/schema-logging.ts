import { section, value } from './schema-node.ts';
import type { SchemaNode } from './schema-node.ts';

export const loggingSchema: SchemaNode = section(
  ['The log, one JSON object a line on standard output.', '日志，标准输出，每行一个 JSON 对象。'],
  {
    level: value('string', ['Least severe level written.', '最低日志级别。'], {
      enum: ['silent', 'error', 'warn', 'info', 'debug'],
      default: 'info',
    }),
    auditFile: value('string', [
      'File of the audit log: who called what with which outcome, one JSON object a line, appended; SIGHUP opens it anew. Off unless given.',
      '审计日志文件：谁调用了什么、结果如何；每行一个 JSON 对象，追加写入；收到 SIGHUP 时重新打开。不填则不记录。',
    ]),
  },
);

export const tracingSchema: SchemaNode = section(
  [
    "Traces for OpenTelemetry: a span a request, which continues the caller's `traceparent`, with spans for the work in workers and in the shared store. Nothing is sent without `endpoint`. A change takes a restart.",
    'OpenTelemetry 链路追踪：每个请求一个 span，延续调用方的 `traceparent`，并包含工作进程与共享存储的 span。不填 `endpoint` 则不发送任何数据。修改后须重启。',
  ],
  {
    endpoint: value(
      'string',
      [
        'Address of the collector for OTLP over HTTP, for example http://collector:4318/v1/traces.',
        '收集器的 OTLP/HTTP 地址，例如 http://collector:4318/v1/traces。',
      ],
      { pattern: '^https?://' },
    ),
    sampleRatio: value(
      'number',
      ['Share of requests traced, 0 to 1, where the caller has not decided.', '调用方未指定时的采样比例，0 到 1。'],
      { default: 1, minimum: 0, maximum: 1 },
    ),
    serviceName: value('string', ['Name under which spans appear.', 'span 显示的服务名。'], { default: 'semblance' }),
  },
);

export const adminSchema: SchemaNode = section(
  [
    'The admin port: /livez, /readyz, /metrics, and a page with status, recent failures and the configuration without secrets. Off without `port`.',
    '管理端口：/livez、/readyz、/metrics，以及显示状态、近期失败与（不含密钥的）配置的页面。不填 `port` 则关闭。',
  ],
  {
    host: value('string', ['Address to bind to.', '绑定的地址。'], { default: '127.0.0.1' }),
    port: value('integer', ['Port; 0 picks a free one.', '端口；0 表示自动选择。'], { minimum: 0, maximum: 65_535 }),
  },
);
