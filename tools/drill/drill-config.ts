import type { SigningKey } from '@semblance/signing';
import { issueCredentials } from '../../packages/engine/src/request/access/sts-token.ts';
import type { CallerPlan, World } from './load.ts';

/** Account whose hundred loops are to harm nobody else. */
export const floodingAccount = 'flood';

const flood: SigningKey = { accessKeyId: 'drillFlood', accessKeySecret: 'drill-flood-secret' };
/** Key of the account that is watched most closely. */
export const steady: SigningKey = { accessKeyId: 'drillSteady', accessKeySecret: 'drill-steady-secret' };
const uploader: SigningKey = { accessKeyId: 'drillUploader', accessKeySecret: 'drill-uploader-secret' };
const issuer = { name: 'drill', secret: 'drill-issuer-secret', account: 'roles', role: 'batch' };
const tokenLifeMs = 2 * 3_600_000;

/** Everything the engine is configured with; the same text as JSON is YAML as well. */
export function drillConfig(
  directories: { readonly cache: string; readonly audit: string },
  queriesPerSecond = 1000,
): object {
  const burst = 2000;
  return {
    accessKeys: [
      { ...flood, account: floodingAccount },
      { ...steady, account: 'steady' },
      { ...uploader, account: 'uploads' },
    ],
    stsIssuers: [issuer],
    instances: [
      { name: 'flood', owner: floodingAccount, queriesPerSecond, burst },
      { name: 'steady', owner: 'steady', queriesPerSecond, burst },
      { name: 'roles', owner: 'roles', queriesPerSecond, burst },
      { name: 'uploads', owner: 'uploads', queriesPerSecond, burst, objectQuota: 1_000_000 },
    ],
    policies: [
      {
        name: 'batch',
        account: 'roles',
        roles: ['batch'],
        statements: [
          { effect: 'Allow', actions: ['imagesearch:*'], resources: ['acs:imagesearch:*:roles:instance/*'] },
        ],
      },
    ],
    limits: {
      workers: 2,
      requestMs: 60_000,
      extractionMs: 20_000,
      drainPauseMs: 1500,
      drainMs: 30_000,
      transferMs: 20_000,
    },
    uploads: { lifetimeMs: 20_000 },
    featureCache: { mode: 'best-effort', directory: directories.cache, maxEntries: 100 },
    logging: { level: 'info', auditFile: directories.audit },
  };
}

/** Who calls: one account floods, the others ask for less than their share. */
export function callers(world: World, floodLoops: number): CallerPlan[] {
  const fresh = (): SigningKey => issueCredentials(issuer, 'drill', Date.now() + world.offsetMs + tokenLifeMs);
  return [
    { account: floodingAccount, key: () => flood, instance: 'flood', loops: floodLoops, pauseMs: 20 },
    { account: 'steady', key: () => steady, instance: 'steady', loops: 2, pauseMs: 50 },
    { account: 'roles', key: fresh, instance: 'roles', loops: 1, pauseMs: 100 },
    { account: 'uploads', key: () => uploader, instance: 'uploads', loops: 1, pauseMs: 200, uploads: true },
  ];
}
