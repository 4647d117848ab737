import { getExamples, getMaxLength, getMaxValue, getMinValue, serializeValueAsJson } from '@typespec/compiler';
import type { Model, ModelProperty, Program, Scalar, Type } from '@typespec/compiler';
import { placeOf } from './place.ts';
import type { Bilingual } from './text-types.ts';
import { documentation } from './text.ts';

/** Wire type of a field. */
export type FieldType = PlainType | 'binary' | `${PlainType}[]`;

type PlainType = 'string' | 'number' | 'integer' | 'boolean' | 'object';

/** A parameter or response field for the reference. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly description: Bilingual;
  readonly example: unknown;
  readonly maxLength: number | null;
  readonly range: readonly [number, number] | null;
  readonly values: readonly string[] | null;
}

/** Fields of a model in the order of the source. */
export function fieldsOf(program: Program, model: Model): Field[] {
  return [...model.properties.values()].map((property) => fieldOfProperty(program, property));
}

/** One field. */
export function fieldOfProperty(program: Program, property: ModelProperty): Field {
  const minValue = getMinValue(program, property);
  const maxValue = getMaxValue(program, property);
  const example = getExamples(program, property)[0];
  const type = withoutPart(property.type);
  return {
    name: property.name,
    type: wireType(type, property),
    required: !property.optional,
    description: documentation(program, property),
    example: example === undefined ? null : serializeValueAsJson(program, example.value, property),
    maxLength: getMaxLength(program, property) ?? null,
    range: minValue === undefined || maxValue === undefined ? null : [minValue, maxValue],
    values: valuesOf(type),
  };
}

/** A multipart form wraps each field's type. */
function withoutPart(type: Type): Type {
  if (type.kind !== 'Model' || type.name !== 'HttpPart') return type;
  const inner = type.templateMapper?.args[0];
  if (inner === undefined || !('kind' in inner)) throw new Error(`${placeOf(type)}: a part without a type`);
  return inner as Type;
}

/** Wire type of a TypeSpec type. @throws for an unknown type, with its place. */
function wireType(type: Type, at: Type): FieldType {
  switch (type.kind) {
    case 'Boolean':
      return 'boolean';
    case 'Number':
      return Number.isInteger(type.value) ? 'integer' : 'number';
    case 'String':
      return 'string';
    case 'Enum':
      return allTexts(choicesOf(type), at);
    case 'Union':
      return allTexts(
        [...type.variants.values()].flatMap((variant) => choicesOf(variant.type)),
        at,
      );
    case 'Model':
      return modelType(type, at);
    case 'Scalar':
      return scalarType(type, at);
    default:
      return unknown(`a ${type.kind}`, at);
  }
}

function modelType(type: Model, at: Type): FieldType {
  if (type.name !== 'Array') return type.indexer === undefined ? 'object' : unknown(`the model ${type.name}`, at);
  const item = type.indexer === undefined ? unknown('an array', at) : wireType(type.indexer.value, at);
  switch (item) {
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'object':
      return `${item}[]`;
    default:
      return unknown(`an array of ${item}`, at);
  }
}

/** The values of a literal or an enum. */
function choicesOf(type: Type): unknown[] {
  if (type.kind === 'Enum') return [...type.members.values()].map(({ name, value }) => value ?? name);
  return [type.kind === 'String' ? type.value : undefined];
}

function allTexts(values: readonly unknown[], at: Type): 'string' {
  return values.every((value) => typeof value === 'string') ? 'string' : unknown('a choice of anything but texts', at);
}

/** Standard scalars by name; scalars of the contract count as the ones they extend. */
const scalarTypes: Readonly<Record<string, FieldType>> = {
  string: 'string',
  url: 'string',
  plainDate: 'string',
  plainTime: 'string',
  utcDateTime: 'string',
  offsetDateTime: 'string',
  boolean: 'boolean',
  bytes: 'binary',
  integer: 'integer',
  numeric: 'number',
};

function scalarType(type: Scalar, at: Type): FieldType {
  for (let scalar: Scalar | undefined = type; scalar !== undefined; scalar = scalar.baseScalar) {
    const known = scalarTypes[scalar.name];
    if (known !== undefined) return known;
  }
  return unknown(`the scalar ${type.name}`, at);
}

function unknown(what: string, at: Type): never {
  throw new Error(`${placeOf(at)}: the emitters do not know how ${what} travels; teach spec/emit/fields.ts`);
}

/** Listed values of a field; the codes of a failure are listed in the catalogue instead. */
function valuesOf(type: Type): readonly string[] | null {
  if (type.kind === 'Enum' || type.kind === 'String') return choicesOf(type).map(String);
  if (type.kind !== 'Union') return null;
  const variants = [...type.variants.values()].map((variant) => variant.type);
  return variants.some(({ kind }) => kind === 'Enum') ? null : variants.flatMap(choicesOf).map(String);
}
