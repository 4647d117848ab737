import { getExamples, serializeValueAsJson } from '@typespec/compiler';
import type { Model, ModelProperty, Program } from '@typespec/compiler';
import { XMLBuilder } from 'fast-xml-parser';
import { actionsOf } from './actions.ts';
import type { ErrorEntry } from './errors.ts';
import { modelNamed } from './lookup.ts';
import { placeOf } from './place.ts';
import { literal, typescriptFile } from './write.ts';
import type { EmittedFiles } from './write.ts';

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

/** Example answers: a success of each operation, and one failure for each of its codes. */
export function examples(program: Program, entries: readonly ErrorEntry[]): ExampleSets {
  const detail = exampleValues(program, modelNamed(program, 'AccessDeniedDetail'));
  const failure = {
    RequestId: exampleOf(program, modelNamed(program, 'BadRequestEnvelope'), 'RequestId'),
    HostId: exampleOf(program, modelNamed(program, 'BadRequestEnvelope'), 'HostId'),
  };
  const refused = (family: 'upload' | 'call'): Example[] =>
    entries
      .filter((entry) => (entry.family === 'upload') === (family === 'upload'))
      .map((entry) => failureExample(entry, { failure, detail }));
  const posted = exampleValues(program, modelNamed(program, 'PostResponse'));
  const calls = refused('call');
  const perAction = actionsOf(program).map((action): [string, readonly Example[]] => {
    const json = exampleValues(program, action.result);
    const name = successName(action.action);
    return [action.action, [example({ name, httpStatus: 200, root: action.xmlRoot, json }), ...calls]];
  });
  return {
    ...Object.fromEntries(perAction),
    PostObject: [
      example({ name: 'PostObject', httpStatus: 201, root: 'PostResponse', json: posted }),
      ...refused('upload'),
    ],
  };
}

/** The comparison's success is the page's; other actions' are named after them. */
function successName(action: string): string {
  return action === 'CompareSimilarByImage' ? 'success' : action;
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

/** The examples of all fields. @throws for a required field without one. */
function exampleValues(program: Program, model: Model): Record<string, unknown> {
  const values = [...model.properties.values()].flatMap((property) => {
    const value = exampleOfProperty(program, property);
    if (value === undefined && !property.optional)
      throw new Error(`${placeOf(property)}: ${property.name} is required in an answer and needs an @example`);
    return value === undefined ? [] : [[property.name, value]];
  });
  return Object.fromEntries(values) as Record<string, unknown>;
}

function exampleOfProperty(program: Program, property: ModelProperty): unknown {
  const found = getExamples(program, property)[0];
  if (found !== undefined) return serializeValueAsJson(program, found.value, property);
  const { type } = property;
  return type.kind === 'Model' && type.name !== 'Array' ? exampleValues(program, type) : undefined;
}

function exampleOf(program: Program, model: Model, name: string): unknown {
  const property = model.properties.get(name);
  return property === undefined ? undefined : exampleOfProperty(program, property);
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
import type { ActionName } from './protocol.ts';

/** One example answer in both formats. */
export interface Example {
  readonly name: string;
  readonly httpStatus: number;
  readonly json: Readonly<Record<string, unknown>>;
  readonly xml: string;
}

/** Example answers by code; \`success\` is the action's page's own. */
export const examples: Readonly<Record<ErrorCode | 'success', Example>> = ${literal(Object.fromEntries(compared.map((entry) => [entry.name, entry])))};

/** Example results by action. */
export const successExamples: Readonly<Record<ActionName, Readonly<Record<string, unknown>>>> = ${literal(successes(sets))};
`),
  };
}

function successes(sets: ExampleSets): object {
  const actions = Object.entries(sets).filter(([name]) => name !== 'PostObject');
  return Object.fromEntries(actions.map(([name, [success]]) => [name, success?.json]));
}
