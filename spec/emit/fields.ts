import {
  getExamples,
  getMaxLength,
  getMaxValue,
  getMinValue,
  serializeValueAsJson,
  type Model,
  type ModelProperty,
  type Program,
  type Type,
} from '@typespec/compiler';
import { documentation, type Bilingual } from './text.ts';

/** Wire type of a field. */
export type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'binary';

/** A parameter or response field as the reference shows it. */
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
  return [...model.properties.values()].map((property) => fieldOf(program, property));
}

function fieldOf(program: Program, property: ModelProperty): Field {
  const minValue = getMinValue(program, property);
  const maxValue = getMaxValue(program, property);
  const example = getExamples(program, property)[0];
  return {
    name: property.name,
    type: wireType(property.type),
    required: !property.optional,
    description: documentation(program, property),
    example: example === undefined ? null : serializeValueAsJson(program, example.value, property),
    maxLength: getMaxLength(program, property) ?? null,
    range: minValue === undefined || maxValue === undefined ? null : [minValue, maxValue],
    values: property.type.kind === 'Enum' ? [...property.type.members.keys()] : null,
  };
}

function wireType(type: Type): FieldType {
  switch (type.kind) {
    case 'Boolean':
      return 'boolean';
    case 'Number':
      return 'integer';
    case 'Model':
      return 'object';
    case 'Scalar':
      return scalarType(type.name);
    default:
      return 'string';
  }
}

function scalarType(name: string): FieldType {
  const types: Readonly<Record<string, FieldType>> = { float64: 'number', boolean: 'boolean', bytes: 'binary' };
  return types[name] ?? 'string';
}
