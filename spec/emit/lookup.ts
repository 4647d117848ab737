import type { Enum, Model, Namespace, Program } from '@typespec/compiler';

/** The project's namespaces: `Semblance.ImageSearch`, `.Upload`, `.Common`. */
function namespaces(program: Program): Namespace[] {
  const root = program.getGlobalNamespaceType().namespaces.get('Semblance');
  if (root === undefined) throw new Error('the contract has no namespace Semblance');
  return [...root.namespaces.values()];
}

/** The model of that name. */
export function modelNamed(program: Program, name: string): Model {
  const found = namespaces(program).flatMap((namespace) => namespace.models.get(name) ?? [])[0];
  if (found === undefined) throw new Error(`the contract has no model ${name}`);
  return found;
}

/** The enum of that name. */
export function enumNamed(program: Program, name: string): Enum {
  const found = namespaces(program).flatMap((namespace) => namespace.enums.get(name) ?? [])[0];
  if (found === undefined) throw new Error(`the contract has no enum ${name}`);
  return found;
}
