/** The client for Node: everything in the main entry, plus files, the machine's credentials, proxies, and fitting pictures. */
export * from './main.ts';
export { createClient, type NodeClientOptions } from '../src/node/create-node-client.ts';
export { defaultCredentials } from '../src/node/credentials/default-credentials.ts';
export {
  ecsRamRoleCredentials,
  type EcsRamRoleCredentialsOptions,
} from '../src/node/credentials/ecs-ram-role-credentials.ts';
export {
  environmentCredentials,
  type EnvironmentCredentialsOptions,
} from '../src/node/credentials/environment-credentials.ts';
export { oidcCredentials, type OidcCredentialsOptions } from '../src/node/credentials/oidc-credentials.ts';
export { profileCredentials, type ProfileCredentialsOptions } from '../src/node/credentials/profile-credentials.ts';
export { file } from '../src/node/file.ts';
export type { FitOptions } from '../src/node/fit/fit-picture.ts';
export { proxyFetch } from '../src/node/proxy/proxy-fetch.ts';
