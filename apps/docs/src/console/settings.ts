import type { ServiceType } from '@semblance/spec/limits';

/** Who answers: this page itself, an engine at an address, or the cloud. */
export type TargetKind = 'page' | 'engine' | 'cloud';

/** What the console's form says. */
export interface ConsoleSettings {
  readonly target: TargetKind;
  readonly endpoint: string;
  readonly instanceName: string;
  readonly serviceType: ServiceType;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly dialect: 'V3' | 'V1';
  readonly format: 'json' | 'xml';
  /** In the page only: whether scores are computed by the engine's own code, or made up by the mock. */
  readonly scoring: 'computed' | 'made-up';
}

/** Where code that gives a page's score finds an engine: nothing is sent there by the page. */
export const pageEngineEndpoint = 'http://127.0.0.1:8080';

/** Where code that gives a page's made-up scores and codes finds a mock. */
export const pageMockEndpoint = 'http://127.0.0.1:4010';

/** Keys that the page's own server knows, so that signing can be tried without any account. */
export const pageKey = { accessKeyId: 'demo-key', accessKeySecret: 'demo-secret' } as const;
