/** A JSON Schema node of the configuration; `x-zh` is the Chinese description. */
export interface SchemaNode {
  readonly type: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
  readonly 'x-zh': string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: 'date-time';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
}

/** An object with the named properties only. Without required ones it defaults to `{}`. */
export function section(
  text: readonly [en: string, zh: string],
  properties: Readonly<Record<string, SchemaNode>>,
  required: readonly string[] = [],
): SchemaNode {
  const [description, zh] = text;
  return {
    type: 'object',
    description,
    'x-zh': zh,
    properties,
    additionalProperties: false,
    ...(required.length === 0 ? { default: {} } : { required }),
  };
}

/** A list, empty by default. */
export function list(text: readonly [en: string, zh: string], items: SchemaNode): SchemaNode {
  return { type: 'array', description: text[0], 'x-zh': text[1], items, default: [] };
}

/** An object of any content. */
export function anything(text: readonly [en: string, zh: string]): SchemaNode {
  return { type: 'object', description: text[0], 'x-zh': text[1], additionalProperties: true };
}

/** A list of names of environment variables. */
export function names(text: readonly [en: string, zh: string]): SchemaNode {
  return list(text, value('string', ['Its name.', '变量名。'], { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' }));
}

/** A single value. */
export function value(
  type: 'string' | 'integer' | 'number' | 'boolean',
  text: readonly [en: string, zh: string],
  rest: Omit<SchemaNode, 'type' | 'description' | 'x-zh'> = {},
): SchemaNode {
  return { type, description: text[0], 'x-zh': text[1], ...rest };
}
