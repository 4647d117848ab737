import type { Model, ModelProperty, Operation, Program, Type } from '@typespec/compiler';
import { getHttpOperation } from '@typespec/http';
import type { HttpOperation } from '@typespec/http';
import { resolveEncodedName } from '@typespec/compiler';
import { recorded } from '../lib/decorators.ts';
import { placeOf } from './place.ts';

/** Action and version of an operation of the gateway. */
export interface RpcAction {
  readonly action: string;
  readonly version: string;
}

/** An action of the gateway, with its parameters and results. */
export interface Action extends RpcAction {
  /** The action's own parameters, without those of every call. */
  readonly parameters: readonly ModelProperty[];
  readonly result: Model;
  readonly xmlRoot: string;
}

/** Parameters of the gateway itself. */
const routing = new Set(['Action', 'Version', 'Format']);
/** The scalar of pictures. */
const pictureScalar = 'PictureContent';

/** All actions in the order of the source. For an action with several operations the first one counts. */
export function actionsOf(program: Program): Action[] {
  const byName = new Map<string, Action>();
  for (const [type, rpc] of operations(program))
    if (!byName.has(rpc.action)) byName.set(rpc.action, describe(program, type, rpc));

  return [...byName.values()];
}

/** The action of that name. @throws when it is missing. */
export function actionNamed(program: Program, name: string): Action {
  const found = actionsOf(program).find(({ action }) => action === name);
  if (found === undefined) throw new Error(`the contract has no action ${name}`);
  return found;
}

/** Whether a parameter is a picture. */
export function isPicture({ type }: ModelProperty): boolean {
  return type.kind === 'Scalar' && type.name === pictureScalar;
}

function operations(program: Program): [Operation, RpcAction][] {
  const all = [...recorded<RpcAction>(program, 'rpcAction')] as [Operation, RpcAction][];
  const offset = ({ node }: Type): number => (node === undefined ? 0 : node.pos);
  return all.sort(([a], [b]) => offset(a) - offset(b));
}

function describe(program: Program, operation: Operation, rpc: RpcAction): Action {
  const [http] = getHttpOperation(program, operation);
  const result = resultOf(http, operation);
  return {
    ...rpc,
    parameters: parametersOf(http, operation),
    result,
    xmlRoot: resolveEncodedName(program, result, 'application/xml'),
  };
}

function parametersOf({ parameters }: HttpOperation, operation: Operation): ModelProperty[] {
  const query = parameters.parameters.filter(({ type, name }) => type === 'query' && !routing.has(name));
  const body = parameters.body?.type;
  if (body !== undefined && body.kind !== 'Model')
    throw new Error(`${placeOf(operation)}: the body of an action has to be a model`);
  return [...query.map(({ param }) => param), ...(body?.properties.values() ?? [])];
}

function resultOf({ responses }: HttpOperation, operation: Operation): Model {
  const success = responses.find(({ statusCodes }) => statusCodes === 200);
  const type = success?.responses[0]?.body?.type;
  if (type?.kind !== 'Model') throw new Error(`${placeOf(operation)}: an action answers 200 with a model`);
  return type;
}
