import type { DecoratorContext, Enum, EnumMember, Namespace, Program, Type } from '@typespec/compiler';

/** State that the decorators record for the emitters; one map per decorator, keyed by the decorated type. */
const stateKeys = {
  errorFamily: Symbol.for('semblance.errorFamily'),
  errorInfo: Symbol.for('semblance.errorInfo'),
  serviceType: Symbol.for('semblance.serviceType'),
  docZh: Symbol.for('semblance.docZh'),
  note: Symbol.for('semblance.note'),
  limit: Symbol.for('semblance.limit'),
  rpcAction: Symbol.for('semblance.rpcAction'),
  commonParameters: Symbol.for('semblance.commonParameters'),
  servedAt: Symbol.for('semblance.servedAt'),
  pictureChecks: Symbol.for('semblance.pictureChecks'),
  sharedText: Symbol.for('semblance.sharedText'),
} as const;

type StateName = keyof typeof stateKeys;

/** The values recorded by the decorator `name`, in source order. */
export function recorded<Value>(program: Program, name: StateName): Map<Type, Value> {
  return program.stateMap(stateKeys[name]) as Map<Type, Value>;
}

function record(context: DecoratorContext, name: StateName, entry: { target: Type; value: unknown }): void {
  context.program.stateMap(stateKeys[name]).set(entry.target, entry.value);
}

function append(context: DecoratorContext, name: StateName, entry: { target: Type; value: unknown }): void {
  const state = context.program.stateMap(stateKeys[name]);
  const before = (state.get(entry.target) ?? []) as unknown[];
  // Decorators run from the last to the first, so adding to the front keeps the order of the source.
  state.set(entry.target, [entry.value, ...before]);
}

export const $decorators = {
  Semblance: {
    errorFamily(context: DecoratorContext, target: Enum, family: string, httpStatus: number): void {
      record(context, 'errorFamily', { target, value: { family, httpStatus } });
    },
    errorInfo(context: DecoratorContext, target: EnumMember, value: unknown): void {
      record(context, 'errorInfo', { target, value });
    },
    serviceType(context: DecoratorContext, target: EnumMember, value: unknown): void {
      record(context, 'serviceType', { target, value });
    },
    docZh(context: DecoratorContext, target: Type, text: string, summary?: string): void {
      record(context, 'docZh', { target, value: { text, summary } });
    },
    note(context: DecoratorContext, target: Namespace, value: unknown): void {
      append(context, 'note', { target, value });
    },
    limit(context: DecoratorContext, target: Type, name: string, value: unknown): void {
      append(context, 'limit', { target, value: { name, value } });
    },
    rpcAction(context: DecoratorContext, target: Type, action: string, version: string): void {
      record(context, 'rpcAction', { target, value: { action, version } });
    },
    servedAt(context: DecoratorContext, target: Type, servers: unknown): void {
      record(context, 'servedAt', { target, value: servers });
    },
    pictureChecks(context: DecoratorContext, target: Namespace, codes: unknown): void {
      record(context, 'pictureChecks', { target, value: codes });
    },
    sharedText(context: DecoratorContext, target: Namespace, name: string, text: unknown): void {
      append(context, 'sharedText', { target, value: { name, text } });
    },
    commonParameters(context: DecoratorContext, target: Type, dialect: string, place: string): void {
      record(context, 'commonParameters', { target, value: { dialect, place } });
    },
  },
};
