import type { Model, Operation, Program, Type } from '@typespec/compiler';
import { getOperationId } from '@typespec/openapi';
import { recorded } from '../lib/decorators.ts';
import type { RpcAction } from './actions.ts';
import { fieldsOf } from './fields.ts';
import type { Field } from './fields.ts';
import { at, operationsIn } from './openapi-document.ts';
import type { Json } from './openapi-document.ts';
import { placeOf } from './place.ts';
import type { Bilingual } from './text-types.ts';

/** Headers that OpenAPI reserves or that every HTTP client sends. */
const implied = new Set(['authorization', 'content-type', 'host']);

interface Server {
  readonly url: string;
  readonly description: Bilingual;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly choices?: readonly string[] }>>;
}

/** Adds the headers of V3 and the parameters of V1, all optional, as a request may be unsigned. */
export function addCommonParameters(program: Program, document: Json): void {
  const parameters = at(document, 'components', 'parameters');
  const actions = rpcActions(program);
  const shared = commonFields(program);
  for (const operation of operationsIn(document)) {
    const action = actions.get(String(operation['operationId']));
    if (action === undefined) continue;
    const own = operation['parameters'] as Json[];
    const names = new Set(own.map((parameter) => resolved(parameters, parameter)['name']));
    for (const field of shared.filter(({ name }) => !names.has(name)))
      own.push(routedHeader(field, action) ?? sharedParameter(field, parameters));
  }
}

function sharedParameter(field: CommonField, parameters: Json): Json {
  const name = `${field.dialect}.${field.name}`;
  parameters[name] ??= parameterOf(field);
  return { $ref: `#/components/parameters/${name}` };
}

function routedHeader(field: CommonField, action: RpcAction): Json | undefined {
  const key = routingHeaders[field.name];
  if (key === undefined) return undefined;
  return { ...parameterOf(field), schema: { type: 'string', enum: [action[key]] }, example: action[key] };
}

/** Headers whose value follows from the operation. */
const routingHeaders: Readonly<Record<string, keyof RpcAction>> = {
  'x-acs-action': 'action',
  'x-acs-version': 'version',
};

function resolved(parameters: Json, parameter: Json): Json {
  const reference = parameter['$ref'];
  return typeof reference === 'string' ? at(parameters, reference.split('/').at(-1) ?? '') : parameter;
}

type CommonField = Field & { readonly dialect: string; readonly place: string };

function commonFields(program: Program): CommonField[] {
  const all = recorded<{ dialect: string; place: string }>(program, 'commonParameters');
  return [...all].flatMap(([model, { dialect, place }]) =>
    fieldsOf(program, model as Model)
      .filter(({ name }) => !implied.has(name) && name !== 'Signature')
      .map((field) => ({ ...field, dialect, place })),
  );
}

function parameterOf(field: CommonField): Json {
  return {
    name: field.name,
    in: field.place === 'header' ? 'header' : 'query',
    required: false,
    description: `With a ${field.dialect} signature: ${field.description.en}`,
    schema: { type: 'string' },
    ...(field.example === null ? {} : { example: field.example }),
    'x-description-zh': `用于 ${field.dialect} 签名：${field.description.zh}`,
  };
}

/** Actions by the identifier of their operation. */
function rpcActions(program: Program): Map<string, RpcAction> {
  const actions = recorded<RpcAction>(program, 'rpcAction');
  return new Map([...actions].map(([type, action]) => [operationIdOf(program, type), action]));
}

function operationIdOf(program: Program, type: Type): string {
  const id = getOperationId(program, type as Operation);
  if (id === undefined) throw new Error(`${placeOf(type)}: the operation has no @operationId`);
  return id;
}

/** Adds the addresses of servers, and of operations with other servers. */
export function addServers(program: Program, document: Json): void {
  for (const [type, servers] of recorded<readonly Server[]>(program, 'servedAt')) {
    const target =
      type.kind === 'Operation'
        ? [...operationsIn(document)].find(({ operationId }) => operationId === operationIdOf(program, type))
        : document;
    if (target === undefined) throw new Error(`no operation ${operationIdOf(program, type)} in the document`);
    target['servers'] = servers.map(serverOf);
  }
}

function serverOf({ url, description, variables }: Server): Json {
  const named = Object.entries(variables ?? {}).map(([name, variable]) => [
    name,
    { default: variable.default, ...(variable.choices === undefined ? {} : { enum: variable.choices }) },
  ]);
  return {
    url,
    description: description.en,
    'x-description-zh': description.zh,
    ...(named.length === 0 ? {} : { variables: Object.fromEntries(named) as Json }),
  };
}
