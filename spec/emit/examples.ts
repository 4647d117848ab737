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

/** Example answers by operation. */
export type ExampleSets = Readonly<Record<string, readonly Example[]>>;

/** Example answers: a success of each operation, and one failure per code it can be answered with. */
export function examples(program: Program, entries: readonly ErrorEntry[]): ExampleSets {
  const detail = exampleValues(program, modelNamed(program, 'AccessDeniedDetail'));
  const success = exampleValues(program, modelNamed(program, 'CompareSimilarByImageResult'));
  const failure = exampleValues(program, modelNamed(program, 'BadRequestEnvelope'));
  const refused = (family: 'upload' | 'call'): Example[] =>
    entries
      .filter((entry) => (entry.family === 'upload') === (family === 'upload'))
      .map((entry) => failureExample(entry, { failure, detail }));
  const succeeded = (name: string, root: string): Example =>
    example({ name, httpStatus: 200, root, json: exampleValues(program, modelNamed(program, `${name}Result`)) });
  const posted = exampleValues(program, modelNamed(program, 'PostResponse'));
  const calls = refused('call');
  return {
    CompareSimilarByImage: [
      example({
        name: 'success',
        httpStatus: 200,
        root: 'CompareSimilarByImageResponse',
        json: withDetail(success, detail),
      }),
      ...calls,
    ],
    AuthorizeFileUpload: [succeeded('AuthorizeFileUpload', 'AuthorizeFileUploadResponse'), ...calls],
    PostObject: [
      example({ name: 'PostObject', httpStatus: 201, root: 'PostResponse', json: posted }),
      ...refused('upload'),
    ],
  };
}

/** `AccessDeniedDetail` stands before `Code`, as on the action's page. */
function withDetail(success: Record<string, unknown>, detail: object): Record<string, unknown> {
  const { Code, ...rest } = success;
  return { ...rest, AccessDeniedDetail: detail, Code };
}

function failureExample(entry: ErrorEntry, parts: { failure: Record<string, unknown>; detail: object }): Example {
  const { failure, detail } = parts;
  const upload = entry.family === 'upload';
  const recommend = `https://api.aliyun.com/troubleshoot?q=${entry.code}&product=ImageSearch`;
  const json = {
    RequestId: failure['RequestId'],
    HostId: failure['HostId'],
    Code: entry.code,
    Message: entry.message,
    ...(upload ? {} : { Recommend: recommend }),
    ...(entry.code === 'NoPermission' ? { AccessDeniedDetail: detail } : {}),
  };
  const name = upload ? `upload-${entry.code}` : entry.code;
  return example({ name, httpStatus: entry.httpStatus, root: 'Error', json });
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

/** One file per example and format, and those of the comparison as a module. Uploads are answered in XML only. */
export function emitExamples(sets: ExampleSets): EmittedFiles {
  const xmlOnly = new Set(sets['PostObject']);
  const all = new Set(Object.values(sets).flat());
  const files = [...all].flatMap((entry) => [
    ...(xmlOnly.has(entry) ? [] : [[`examples/${entry.name}.json`, `${JSON.stringify(entry.json, null, 2)}\n`]]),
    [`examples/${entry.name}.xml`, entry.xml.endsWith('\n') ? entry.xml : `${entry.xml}\n`],
  ]);
  const compared = sets['CompareSimilarByImage'] ?? [];
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
export const examples: Readonly<Record<ErrorCode | 'success', Example>> = ${literal(Object.fromEntries(compared.map((entry) => [entry.name, entry])))};
`),
  };
}
