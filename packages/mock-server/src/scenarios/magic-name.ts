const PREFIX = 'mock-';

/** The scenario text in an instance name such as `mock-DeniedRequest`; `undefined` for any other name. */
export function magicScenario(instanceName: string | undefined): string | undefined {
  return instanceName?.startsWith(PREFIX) === true ? instanceName.slice(PREFIX.length) : undefined;
}
