import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import type { Caller, Server } from './caller.ts';

interface VendorClient {
  _openPlatformEndpoint: string;
  readonly compareSimilarByImageWithOptions: (request: object, runtime: object) => Promise<VendorAnswer>;
  readonly compareSimilarByImageAdvance: (request: object, runtime: object) => Promise<VendorAnswer>;
}

interface VendorAnswer {
  readonly body: { readonly score: number };
}

interface Vendor {
  readonly default: new (config: object) => VendorClient;
  readonly CompareSimilarByImageRequest: new (fields: object) => object;
  readonly CompareSimilarByImageAdvanceRequest: new (fields: object) => object;
}

/** The vendor's defaults of 3 s would fail on a busy machine; the certificate of the engine is its own. */
const limits = { readTimeout: 60_000, connectTimeout: 60_000, ignoreSSL: true } as const;

/** The vendor's SDK: pictures as Base64 in the request, or as streams with its Advance call. */
export function vendorCaller(server: Server, way: 'inline' | 'advance'): Caller {
  const require = createRequire(import.meta.url);
  const vendor = require('@alicloud/imagesearch20201214') as Vendor;
  const { $OpenApiUtil } = require('@alicloud/openapi-core') as {
    $OpenApiUtil: { Config: new (fields: object) => object };
  };
  const { RuntimeOptions } = require('@darabonba/typescript') as { RuntimeOptions: new (fields: object) => object };
  const { host, accessKeyId, accessKeySecret } = server;
  const config = { accessKeyId, accessKeySecret, endpoint: host, protocol: 'http', regionId: 'cn-shanghai' };
  const client = new vendor.default(new $OpenApiUtil.Config(config));
  client._openPlatformEndpoint = host;
  const runtime = new RuntimeOptions(limits);
  const instanceName = 'demoinstance1';
  return {
    compare: async (primary, secondary) => {
      const answer =
        way === 'inline'
          ? await client.compareSimilarByImageWithOptions(
              new vendor.CompareSimilarByImageRequest({
                instanceName,
                primaryPicContent: primary.toString('base64'),
                secondaryPicContent: secondary.toString('base64'),
              }),
              runtime,
            )
          : await client.compareSimilarByImageAdvance(
              new vendor.CompareSimilarByImageAdvanceRequest({
                instanceName,
                primaryPicContentObject: Readable.from([primary], { objectMode: false }),
                secondaryPicContentObject: Readable.from([secondary], { objectMode: false }),
              }),
              runtime,
            );
      return answer.body.score;
    },
  };
}
