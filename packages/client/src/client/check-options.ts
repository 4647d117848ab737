import { nearestName } from '@semblance/wire/nearest-name';
import { OptionFault } from './option-fault.ts';
import type { OptionRule, OptionShape } from './option-shape.ts';

const wanted = {
  number: 'a number above 0',
  whole: 'a whole number above 0',
  delay: 'a number, 0 or more',
  text: 'a text that is not empty',
  function: 'a function',
  boolean: 'true or false',
  object: 'an object',
  any: '',
  node: '',
} as const;

/**
 * Checks names and values of options. `undefined` counts as left out.
 * @param path  prefix of the names in messages, e.g. `retry.`.
 * @throws OptionFault that names the option and what it has to be, or the option that was probably meant. Text values are never repeated,
 * as they may be secret.
 */
export function checkOptions(given: unknown, shape: OptionShape, path = ''): void {
  if (typeof given !== 'object' || given === null) {
    const name = path === '' ? 'The options have' : `The option "${path.slice(0, -1)}" has`;
    throw new OptionFault(`${name} to be an object, not ${describe(given)}.`);
  }
  for (const [name, value] of Object.entries(given)) {
    const rule = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (rule === undefined) throw unknownOption(name, shape, path);
    if (value !== undefined) checkValue(value, rule, path + name);
  }
}

function unknownOption(name: string, shape: OptionShape, path: string): OptionFault {
  const near = nearestName(name, Object.keys(shape));
  const hint = near === undefined ? `There are: ${Object.keys(shape).join(', ')}.` : `Did you mean "${path}${near}"?`;
  return new OptionFault(`There is no option "${path}${name}". ${hint}`);
}

function checkValue(value: unknown, rule: OptionRule, name: string): void {
  if (rule === 'node')
    throw new OptionFault(`The option "${name}" is one of createClient from @semblance/client/node.`);
  if (typeof rule === 'object' && !isNames(rule)) return checkOptions(value, rule, `${name}.`);
  if (isNames(rule) ? rule.includes(value as string) : fits(value, rule)) return;
  const needed = isNames(rule) ? `one of ${rule.map((text) => `"${text}"`).join(', ')}` : wanted[rule];
  throw new OptionFault(`The option "${name}" has to be ${needed}, not ${describe(value)}.`);
}

function isNames(rule: OptionRule): rule is readonly string[] {
  return Array.isArray(rule);
}

function fits(value: unknown, rule: keyof typeof wanted): boolean {
  switch (rule) {
    case 'number':
      return typeof value === 'number' && value > 0;
    case 'whole':
      return value === Number.POSITIVE_INFINITY || (Number.isSafeInteger(value) && (value as number) > 0);
    case 'delay':
      return typeof value === 'number' && value >= 0;
    case 'text':
      return typeof value === 'string' && value !== '';
    case 'object':
      return typeof value === 'object' && value !== null;
    case 'any':
      return true;
    default:
      return typeof value === rule;
  }
}

/** Describes a value in a message: numbers, booleans and the like literally, anything else by its kind. */
function describe(value: unknown): string {
  if (value === '') return 'an empty text';
  if (typeof value === 'string') return 'this text';
  return typeof value === 'object' && value !== null
    ? 'an object'
    : typeof value === 'function'
      ? 'a function'
      : String(value);
}
