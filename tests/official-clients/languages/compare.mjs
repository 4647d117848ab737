// Two pictures in, a score out, by the official client for Node: node compare.mjs {base64|advance} A B
//
// Needs @alicloud/imagesearch20201214. Reads SEMBLANCE_ENDPOINT (host:port), SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET and
// SEMBLANCE_INSTANCE. "advance" uploads the pictures over HTTPS: NODE_EXTRA_CA_CERTS names the engine's certificate.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import ImageSearch from '@alicloud/imagesearch20201214';
import { RuntimeOptions } from '@darabonba/typescript';

const [how, primary, secondary] = process.argv.slice(2);
const endpoint = process.env.SEMBLANCE_ENDPOINT ?? '127.0.0.1:8080';
const instanceName = process.env.SEMBLANCE_INSTANCE ?? 'demoinstance1';
const client = new ImageSearch.default(
  new $OpenApiUtil.Config({
    endpoint,
    protocol: 'http',
    accessKeyId: process.env.SEMBLANCE_ACCESS_KEY_ID,
    accessKeySecret: process.env.SEMBLANCE_ACCESS_KEY_SECRET,
  }),
);
client._openPlatformEndpoint = endpoint; // the option of that name is dropped by the core
const runtime = new RuntimeOptions({ connectTimeout: 30_000, readTimeout: 30_000 });

async function compareBase64() {
  const [primaryPicContent, secondaryPicContent] = await Promise.all([
    readFile(primary, 'base64'),
    readFile(secondary, 'base64'),
  ]);
  const request = { instanceName, primaryPicContent, secondaryPicContent };
  return client.compareSimilarByImageWithOptions(new ImageSearch.CompareSimilarByImageRequest(request), runtime);
}

async function compareStreams() {
  const request = new ImageSearch.CompareSimilarByImageAdvanceRequest({
    instanceName,
    primaryPicContentObject: createReadStream(primary),
    secondaryPicContentObject: createReadStream(secondary), // or Readable.fromWeb((await fetch(url)).body)
  });
  return client.compareSimilarByImageAdvance(request, runtime);
}

try {
  const { body } = await (how === 'advance' ? compareStreams() : compareBase64());
  console.log(body.score);
} catch (error) {
  console.log(JSON.stringify({ error: error.name, code: error.code, message: error.message }));
  process.exitCode = 1;
}
