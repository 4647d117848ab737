import { createRequire } from 'node:module';

/** Credentials as every client takes them. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** A server that speaks the protocol: an engine, or the mock server. */
export interface CalledServer {
  readonly port: number;
}

/** Parameters of the operation; what is absent is not sent. */
export type Parameters = Readonly<Record<string, string>>;

/** What a caller of a client sees. */
export interface ClientResult {
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly error:
    | {
        readonly name: string;
        readonly code: string;
        readonly statusCode?: number;
        readonly message: string;
        readonly data?: Readonly<Record<string, unknown>>;
      }
    | undefined;
}

/** One of the vendor's clients. */
export type OfficialClient = (
  engine: CalledServer,
  credentials: Credentials,
  parameters: Parameters,
) => Promise<ClientResult>;

type Thrown = ClientResult['error'];

// The packages are CommonJS with typings of another age; only what is used is described here.
const require = createRequire(import.meta.url) as (name: string) => Record<string, never>;
/** The clients' default of 3 s is too little for a machine under load. */
const timeoutMs = 30_000;

interface Callable {
  callApi: (
    parameters: object,
    request: object,
    runtime: object,
  ) => Promise<{ readonly body: Record<string, unknown> }>;
}

async function outcome(call: () => Promise<Record<string, unknown>>): Promise<ClientResult> {
  try {
    return { body: await call(), error: undefined };
  } catch (error) {
    return { body: undefined, error: error as NonNullable<Thrown> };
  }
}

function config(engine: CalledServer, credentials: Credentials, extra: object = {}): object {
  return { ...credentials, endpoint: `127.0.0.1:${engine.port}`, protocol: 'http', regionId: 'cn-shanghai', ...extra };
}

const apiParameters = {
  action: 'CompareSimilarByImage',
  version: '2020-12-14',
  protocol: 'HTTP',
  pathname: '/',
  method: 'POST',
  authType: 'AK',
  style: 'RPC',
  reqBodyType: 'formData',
  bodyType: 'json',
};

/** The product client, V3: typed call. */
export const imageSearchClient: OfficialClient = (engine, credentials, parameters) =>
  outcome(async () => {
    const client = createImageSearchClient(engine, credentials);
    const { CompareSimilarByImageRequest } = require('@alicloud/imagesearch20201214') as unknown as Record<
      string,
      new (map: object) => object
    >;
    if (CompareSimilarByImageRequest === undefined) throw new Error('the client has changed');
    const request = new CompareSimilarByImageRequest({
      instanceName: parameters['InstanceName'],
      primaryPicContent: parameters['PrimaryPicContent'],
      secondaryPicContent: parameters['SecondaryPicContent'],
    });
    const { body } = await client.compareSimilarByImageWithOptions(request, runtimeOptions());
    return {
      Score: body['score'],
      Success: body['success'],
      RequestId: body['requestId'],
      Msg: body['msg'],
      Code: body['code'],
    };
  });

/** The product client as far as the tests use it. */
export interface ImageSearchClient {
  _openPlatformEndpoint: string;
  compareSimilarByImageWithOptions: (
    request: object,
    runtime: object,
  ) => Promise<{ readonly body: Record<string, unknown> }>;
  compareSimilarByImageAdvance: (
    request: object,
    runtime: object,
  ) => Promise<{ readonly body: Record<string, unknown> }>;
}

/** The product client, pointed at an engine. */
export function createImageSearchClient(
  engine: CalledServer,
  credentials: Credentials,
  extra: object = {},
): ImageSearchClient {
  const { default: Client } = require('@alicloud/imagesearch20201214') as unknown as {
    default: new (config: object) => ImageSearchClient;
  };
  const client = new Client(
    config(engine, { ...credentials, ...(credentials.securityToken === undefined ? {} : { type: 'sts' }) }, extra),
  );
  client._openPlatformEndpoint = `127.0.0.1:${engine.port}`;
  return client;
}

/** Options of one call; the upload's certificate is the engine's own. */
export function runtimeOptions(extra: object = {}): object {
  const { RuntimeOptions } = require('@darabonba/typescript') as unknown as {
    RuntimeOptions: new (map: object) => object;
  };
  return new RuntimeOptions({ ignoreSSL: true, readTimeout: timeoutMs, connectTimeout: timeoutMs, ...extra });
}

/** The core client in either dialect; V1 sends `Format=json`, common parameters in the query. */
export function openApiClient(dialect: 'V3' | 'V1', overrides: Partial<typeof apiParameters> = {}): OfficialClient {
  return (engine, credentials, parameters) =>
    outcome(async () => {
      const { default: Client } = require('@alicloud/openapi-client') as unknown as {
        default: new (config: object) => Callable;
      };
      const { OpenApiRequest, Params } = require('@alicloud/openapi-client') as unknown as Record<
        string,
        new (map: object) => object
      >;
      const { RuntimeOptions } = require('@alicloud/tea-util') as unknown as Record<
        string,
        new (map: object) => object
      >;
      if (OpenApiRequest === undefined || Params === undefined || RuntimeOptions === undefined)
        throw new Error('the client has changed');
      const client = new Client(config(engine, credentials, dialect === 'V1' ? { signatureAlgorithm: 'v2' } : {}));
      const runtime = new RuntimeOptions({ readTimeout: timeoutMs, connectTimeout: timeoutMs });
      return (
        await client.callApi(
          new Params({ ...apiParameters, ...overrides }),
          new OpenApiRequest({ body: parameters }),
          runtime,
        )
      ).body;
    });
}

/** The oldest client, V1: everything in the body, or in the query. */
export function popCoreClient(method: 'POST' | 'GET'): OfficialClient {
  return (engine, credentials, parameters) =>
    outcome(async () => {
      const { RPCClient } = require('@alicloud/pop-core') as unknown as {
        RPCClient: new (config: object) => {
          request: (action: string, parameters: object, options: object) => Promise<Record<string, unknown>>;
        };
      };
      const client = new RPCClient({
        ...credentials,
        endpoint: `http://127.0.0.1:${engine.port}`,
        apiVersion: '2020-12-14',
      });
      return client.request('CompareSimilarByImage', parameters, { method, timeout: timeoutMs });
    });
}

/** The client between the two, V1. */
export const rpcClient: OfficialClient = (engine, credentials, parameters) =>
  outcome(async () => {
    const { default: Client } = require('@alicloud/rpc-client') as unknown as {
      default: new (config: object) => { doRequest: (...parameters: unknown[]) => Promise<Record<string, unknown>> };
    };
    const { RuntimeOptions } = require('@alicloud/tea-util') as unknown as Record<string, new (map: object) => object>;
    if (RuntimeOptions === undefined) throw new Error('the client has changed');
    const runtime = new RuntimeOptions({ readTimeout: timeoutMs, connectTimeout: timeoutMs });
    const client = new Client(
      config(engine, { ...credentials, ...(credentials.securityToken === undefined ? {} : { type: 'sts' }) }),
    );
    return client.doRequest('CompareSimilarByImage', 'HTTP', 'POST', '2020-12-14', 'AK', {}, parameters, runtime);
  });

/** Every client and dialect. */
export const officialClients: Readonly<Record<string, OfficialClient>> = {
  'imagesearch20201214 (V3)': imageSearchClient,
  'openapi-client (V3)': openApiClient('V3'),
  'openapi-client (V1)': openApiClient('V1'),
  'pop-core POST (V1)': popCoreClient('POST'),
  'rpc-client (V1)': rpcClient,
};
