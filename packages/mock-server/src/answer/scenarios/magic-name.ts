const prefix = 'mock-';

/** The scenario text in an instance name such as `mock-DeniedRequest`; `undefined` for any other name. */
export function magicScenario(instanceName: string | undefined): string | undefined {
  return instanceName?.startsWith(prefix) === true ? instanceName.slice(prefix.length) : undefined;
}
