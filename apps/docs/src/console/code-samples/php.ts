import { hostOf, keyVariables, protocolOf } from './sample-context.ts';
import type { SampleContext } from './sample-context.ts';

function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}

/** The official SDK for PHP: \`alibabacloud/imagesearch-20201214\`. */
export function phpSample(context: SampleContext): string {
  return `<?php

use AlibabaCloud\\SDK\\ImageSearch\\V20201214\\ImageSearch;
use AlibabaCloud\\SDK\\ImageSearch\\V20201214\\Models\\CompareSimilarByImageRequest;
use Darabonba\\OpenApi\\Models\\Config;

require __DIR__ . '/vendor/autoload.php';

function picture(string $path): string
{
    return base64_encode(file_get_contents($path));
}

$client = new ImageSearch(new Config([
    'endpoint' => ${literal(hostOf(context))},
    'protocol' => ${literal(protocolOf(context))},
    'accessKeyId' => getenv('${keyVariables.id}') ?: 'any',
    'accessKeySecret' => getenv('${keyVariables.secret}') ?: 'any',
]));

$response = $client->compareSimilarByImage(new CompareSimilarByImageRequest([
    'instanceName' => ${literal(context.instanceName)},
    'primaryPicContent' => picture(${literal(context.primaryFile)}),
    'secondaryPicContent' => picture(${literal(context.secondaryFile)}),
]));
echo $response->body->score, PHP_EOL;
`;
}
