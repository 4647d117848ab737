import type { Manifest } from './render-chart.ts';

interface SchemaModule {
  readonly validate: ((data: unknown) => boolean) & {
    readonly errors?: readonly { readonly instancePath: string; readonly keyword: string; readonly params: object }[];
  };
}

/** The schema of each kind, from Kubernetes' own OpenAPI document. */
const schemas: Readonly<Record<string, () => Promise<unknown>>> = {
  'v1/ConfigMap': () => import('kubernetes-models/_schemas/IoK8sApiCoreV1ConfigMap'),
  'v1/Secret': () => import('kubernetes-models/_schemas/IoK8sApiCoreV1Secret'),
  'v1/Service': () => import('kubernetes-models/_schemas/IoK8sApiCoreV1Service'),
  'v1/ServiceAccount': () => import('kubernetes-models/_schemas/IoK8sApiCoreV1ServiceAccount'),
  'apps/v1/Deployment': () => import('kubernetes-models/_schemas/IoK8sApiAppsV1Deployment'),
  'policy/v1/PodDisruptionBudget': () => import('kubernetes-models/_schemas/IoK8sApiPolicyV1PodDisruptionBudget'),
  'networking.k8s.io/v1/NetworkPolicy': () => import('kubernetes-models/_schemas/IoK8sApiNetworkingV1NetworkPolicy'),
  'networking.k8s.io/v1/Ingress': () => import('kubernetes-models/_schemas/IoK8sApiNetworkingV1Ingress'),
  'autoscaling/v2/HorizontalPodAutoscaler': () =>
    import('kubernetes-models/_schemas/IoK8sApiAutoscalingV2HorizontalPodAutoscaler'),
};

/** What Kubernetes' schema says against a manifest; empty for a good one. */
export async function manifestProblems(manifest: Manifest): Promise<readonly string[]> {
  const kind = `${manifest.apiVersion}/${manifest.kind}`;
  const load = schemas[kind];
  if (load === undefined) return [`${kind}: no schema is known here`];
  const { validate } = (await load()) as SchemaModule;
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, keyword, params }) => `${kind}${instancePath}: ${keyword} ${JSON.stringify(params)}`,
  );
}
