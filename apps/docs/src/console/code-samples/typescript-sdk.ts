import { hostOf, keyVariables, protocolOf, quoted } from './sample-context.ts';
import type { SampleContext } from './sample-context.ts';

/** The official SDK for Node: \`@alicloud/imagesearch20201214\`. */
export function typescriptSdkSample(context: SampleContext): string {
  return `import { readFile } from 'node:fs/promises';
import ImageSearch, { CompareSimilarByImageRequest } from '@alicloud/imagesearch20201214';
import { $OpenApiUtil } from '@alicloud/openapi-core';

const client = new ImageSearch.default(
  new $OpenApiUtil.Config({
    endpoint: ${quoted(hostOf(context))},
    protocol: ${quoted(protocolOf(context))},
    accessKeyId: process.env['${keyVariables.id}'] ?? 'any',
    accessKeySecret: process.env['${keyVariables.secret}'] ?? 'any',
  }),
);

const request = new CompareSimilarByImageRequest({
  instanceName: ${quoted(context.instanceName)},
  primaryPicContent: (await readFile(${quoted(context.primaryFile)})).toString('base64'),
  secondaryPicContent: (await readFile(${quoted(context.secondaryFile)})).toString('base64'),
});
const { body } = await client.compareSimilarByImage(request);
console.log(body?.score);
`;
}
