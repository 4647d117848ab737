import type { ServiceType } from '@semblance/spec/limits';

/** The answering server: this page itself, an engine at an address, or the cloud. */
export type TargetKind = 'page' | 'engine' | 'cloud';

/** Values of the console's form. */
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

/** Engine address in the code samples for scores of the page; the page itself sends nothing there. */
export const pageEngineEndpoint = 'http://127.0.0.1:8080';

/** Mock address in the code samples for made-up scores and codes. */
export const pageMockEndpoint = 'http://127.0.0.1:4010';

/** Keys of the page's own server, to try signing without an account. */
export const pageKey = { accessKeyId: 'demo-key', accessKeySecret: 'demo-secret' } as const;
