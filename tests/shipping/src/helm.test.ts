import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settingsProblems } from './engine-settings.ts';
import { manifestProblems } from './manifest-problems.ts';
import { canRender, renderChart } from './render-chart.ts';
import type { Manifest } from './render-chart.ts';

const chart = path.resolve(import.meta.dirname, '../../../deploy/helm/semblance');
const config = {
  accessKeys: [{ accessKeyId: 'team', accessKeySecretEnv: 'TEAM_SECRET', account: '1000' }],
  instances: [{ name: 'demoinstance1', owner: '1000' }],
};
const one = { replicaCount: 1, config };
const several = { config: { ...config, store: { urlEnv: 'SEMBLANCE_STORE_URL' } }, autoscaling: { enabled: true } };
const full = {
  ...one,
  advertisedAddress: 'compare.example.com',
  ingress: { enabled: true, className: 'nginx', host: 'compare.example.com', tlsSecret: 'compare-tls' },
  networkPolicy: { callers: [{ namespaceSelector: { matchLabels: { team: 'shop' } } }], egressPorts: [6379, 443] },
  podAnnotations: { team: 'shop' },
  nodeSelector: { disk: 'fast' },
  tolerations: [{ key: 'only', operator: 'Exists' }],
  image: { pullSecrets: ['registry'] },
};

function ofKind(manifests: readonly Manifest[], kind: string): Manifest {
  const found = manifests.find((manifest) => manifest.kind === kind);
  if (found === undefined) throw new Error(`the chart rendered no ${kind}`);
  return found;
}

// In continuous integration what renders is installed: there it must not be skipped.
describe.runIf(canRender || process.env['CI'] !== undefined)('the Helm chart', () => {
  it.each([
    ['one replica', one],
    ['everything on', full],
    ['several replicas that share a store', several],
  ])('renders manifests that Kubernetes takes: %s', async (_name, values) => {
    const manifests = await renderChart(values);
    expect(manifests.length).toBeGreaterThanOrEqual(6);
    expect((await Promise.all(manifests.map(manifestProblems))).flat()).toEqual([]);
  });

  it('would notice a field that Kubernetes does not know or cannot read', async () => {
    const deployment = ofKind(await renderChart(one), 'Deployment');
    const wrong = structuredClone(deployment) as unknown as { spec: { replicas: unknown; selector: unknown } };
    wrong.spec.replicas = 'two';
    Reflect.deleteProperty(wrong.spec, 'selector');
    expect(await manifestProblems(wrong as unknown as Manifest)).toHaveLength(2);
  });

  it('gives the engine a configuration that it takes', async () => {
    const { data } = ofKind(await renderChart(full), 'ConfigMap') as unknown as { data: Record<string, string> };
    const settings: unknown = parse(data['engine.yaml'] ?? '');
    expect(settingsProblems(settings)).toEqual([]);
    const shared = ofKind(await renderChart(several), 'ConfigMap') as unknown as { data: Record<string, string> };
    expect(settingsProblems(parse(shared.data['engine.yaml'] ?? ''))).toEqual([]);
    expect(settings).toMatchObject({
      listen: { host: '0.0.0.0', port: 8080, advertisedAddress: 'compare.example.com' },
      limits: { drainPauseMs: 5000, drainMs: 15_000 },
    });
  });

  it('lets pods drain before they are killed, without rights and without a disk of their own', async () => {
    const { spec } = ofKind(await renderChart(one), 'Deployment') as unknown as {
      spec: { template: { spec: Record<string, unknown> & { containers: readonly Record<string, unknown>[] } } };
    };
    const pod = spec.template.spec;
    expect(pod['terminationGracePeriodSeconds']).toBeGreaterThanOrEqual(20);
    expect(pod['securityContext']).toMatchObject({ runAsNonRoot: true, runAsUser: 10_001 });
    expect(pod.containers[0]?.['securityContext']).toMatchObject({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod.containers[0]).toHaveProperty('readinessProbe.httpGet.path', '/readyz');
    expect(pod.containers[0]).toHaveProperty('livenessProbe.httpGet.path', '/livez');
  });

  it('puts no secret into the configuration, and takes a Secret that exists', async () => {
    const manifests = await renderChart({ ...one, secret: { existing: 'vault-made' } });
    expect(manifests.some(({ kind }) => kind === 'Secret')).toBe(false);
    expect(JSON.stringify(ofKind(manifests, 'Deployment'))).toContain('"secretRef":{"name":"vault-made"}');
  });

  it.each([
    ['several replicas that share nothing', { config }, /config\.store/],
    ['no access key', { replicaCount: 1 }, /accessKeys is empty/],
    ['an ingress without a certificate', { ...one, ingress: { enabled: true, host: 'a.b' } }, /tlsSecret/],
  ])('refuses %s, and says what to do', async (_name, values, message) => {
    await expect(renderChart(values)).rejects.toThrow(message);
  });
});

describe('the values of the chart', () => {
  it('fit their schema, and a wrong one does not', async () => {
    const schema = JSON.parse(await readFile(path.join(chart, 'values.schema.json'), 'utf8')) as object;
    const values = parse(await readFile(path.join(chart, 'values.yaml'), 'utf8')) as object;
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    validate(values);
    expect(validate.errors).toBeNull();
    expect(validate({ ...values, replicas: 3 })).toBe(false);
    expect(validate({ ...values, advertisedAddress: 'https://compare.example.com' })).toBe(false);
  });
});
