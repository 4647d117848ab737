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
