import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { pageEngineEndpoint, pageKey, pageMockEndpoint } from './settings.ts';
import type { ConsoleSettings, TargetKind } from './settings.ts';

function isServiceType(text: string): text is ServiceType {
  return Object.hasOwn(serviceTypes, text);
}

function targetOf(text: string): TargetKind {
  return text === 'engine' || text === 'cloud' ? text : 'page';
}

/** Reads the console's form. The page's own server has an address, an instance and a key of its own. */
export function readSettings(data: FormData): ConsoleSettings {
  const value = (name: string): string => String(data.get(name) ?? '').trim();
  const target = targetOf(value('target'));
  const [serviceType, scenario] = [value('serviceType'), value('scenario')];
  const scoring = scenario === '' ? 'computed' : 'made-up';
  const common = {
    target,
    serviceType: isServiceType(serviceType) ? serviceType : 'generic',
    dialect: value('dialect') === 'V1' ? 'V1' : 'V3',
    format: value('format') === 'xml' ? 'xml' : 'json',
    scoring,
  } as const;
  if (target === 'page') {
    return {
      ...common,
      ...pageKey,
      endpoint: scoring === 'computed' ? pageEngineEndpoint : pageMockEndpoint,
      instanceName: scenario.startsWith('mock-') ? scenario : 'demoinstance1',
      securityToken: '',
    };
  }
  return {
    ...common,
    endpoint: value(target === 'engine' ? 'engineEndpoint' : 'cloudEndpoint'),
    instanceName: value('instanceName'),
    accessKeyId: value('accessKeyId'),
    accessKeySecret: value('accessKeySecret'),
    securityToken: value('securityToken'),
  };
}
