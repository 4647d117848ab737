import { getExamples, serializeValueAsJson, type Model, type Program } from '@typespec/compiler';
import { XMLBuilder } from 'fast-xml-parser';
import type { ErrorEntry } from './errors.ts';
import { modelNamed } from './lookup.ts';
import { literal, typescriptFile, type EmittedFiles } from './write.ts';

/** One example answer in both formats. */
export interface Example {
  readonly name: string;
  readonly httpStatus: number;
  readonly json: Readonly<Record<string, unknown>>;
  readonly xml: string;
}

const builder = new XMLBuilder({ format: true, indentBy: '  ' });

/** Example answers: the page's full success, and one failure per code of operation and gateway. */
export function examples(program: Program, entries: readonly ErrorEntry[]): Example[] {
  const detail = exampleValues(program, modelNamed(program, 'AccessDeniedDetail'));
  const success = { ...exampleValues(program, modelNamed(program, 'CompareSimilarByImageResult')), Code: 0 };
  const failure = exampleValues(program, modelNamed(program, 'BadRequestEnvelope'));
  const ordered = withDetail(success, detail);
  return [
    example({ name: 'success', httpStatus: 200, root: 'CompareSimilarByImageResponse', json: ordered }),
    ...entries.filter((entry) => entry.family !== 'upload').map((entry) => failureExample(entry, { failure, detail })),
  ];
}

/** `AccessDeniedDetail` stands before `Code`, as on the action's page. */
function withDetail(success: Record<string, unknown>, detail: object): Record<string, unknown> {
  const { Code, ...rest } = success;
  return { ...rest, AccessDeniedDetail: detail, Code };
}

function failureExample(entry: ErrorEntry, parts: { failure: Record<string, unknown>; detail: object }): Example {
  const { failure, detail } = parts;
  const recommend = `https://api.aliyun.com/troubleshoot?q=${entry.code}&product=ImageSearch`;
  const json = {
    RequestId: failure['RequestId'],
    HostId: failure['HostId'],
    Code: entry.code,
    Message: entry.message,
    Recommend: recommend,
    ...(entry.code === 'NoPermission' ? { AccessDeniedDetail: detail } : {}),
  };
  return example({ name: entry.code, httpStatus: entry.httpStatus, root: 'Error', json });
}

function example(parts: { name: string; httpStatus: number; root: string; json: Record<string, unknown> }): Example {
  const { name, httpStatus, root, json } = parts;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n${String(builder.build({ [root]: json }))}`;
  return { name, httpStatus, json, xml };
}

function exampleValues(program: Program, model: Model): Record<string, unknown> {
  const values = [...model.properties.values()].flatMap((property) => {
    const found = getExamples(program, property)[0];
    return found === undefined ? [] : [[property.name, serializeValueAsJson(program, found.value, property)]];
  });
  return Object.fromEntries(values) as Record<string, unknown>;
}

/** One file per example and format, and all of them as a module. */
export function emitExamples(all: readonly Example[]): EmittedFiles {
  const files = all.flatMap(({ name, json, xml }) => [
    [`examples/${name}.json`, `${JSON.stringify(json, null, 2)}\n`],
    [`examples/${name}.xml`, xml.endsWith('\n') ? xml : `${xml}\n`],
  ]);
  return {
    ...(Object.fromEntries(files) as Record<string, string>),
    'examples.ts': typescriptFile(`
import type { ErrorCode } from './error-policy.ts';

/** One example answer in both formats. */
export interface Example {
  readonly name: string;
  readonly httpStatus: number;
  readonly json: Readonly<Record<string, unknown>>;
  readonly xml: string;
}

/** Example answers by code; \`success\` is the action's page's own. */
export const examples: Readonly<Record<ErrorCode | 'success', Example>> = ${literal(Object.fromEntries(all.map((entry) => [entry.name, entry])))};
`),
  };
}
