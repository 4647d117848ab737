<?php

// Two pictures in, a score out, by the official client for PHP: php -d curl.cainfo=CERT compare.php A B
//
// Reads SEMBLANCE_ENDPOINT (host:port), SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET and SEMBLANCE_INSTANCE.

if (!class_exists(Composer\Autoload\ClassLoader::class)) {
    require __DIR__ . '/vendor/autoload.php';
}

use AlibabaCloud\Dara\Exception\DaraUnableRetryException;
use AlibabaCloud\Dara\Models\RuntimeOptions;
use AlibabaCloud\SDK\ImageSearch\V20201214\ImageSearch;
use AlibabaCloud\SDK\ImageSearch\V20201214\Models\CompareSimilarByImageAdvanceRequest;
use Darabonba\OpenApi\Models\Config;
use GuzzleHttp\Psr7\Utils;

/** The endpoint of uploads is protected: a subclass sets it. */
class OwnImageSearch extends ImageSearch
{
    public function __construct(Config $config, string $uploadEndpoint)
    {
        parent::__construct($config);
        $this->_openPlatformEndpoint = $uploadEndpoint;
    }
}

$endpoint = getenv('SEMBLANCE_ENDPOINT');
$client = new OwnImageSearch(new Config([
    'endpoint' => $endpoint,
    'protocol' => 'http',
    'regionId' => 'cn-shanghai',
    'accessKeyId' => getenv('SEMBLANCE_ACCESS_KEY_ID'),
    'accessKeySecret' => getenv('SEMBLANCE_ACCESS_KEY_SECRET'),
    // For temporary keys: 'securityToken' => $token, 'type' => 'sts'.
]), $endpoint);
$runtime = new RuntimeOptions(['connectTimeout' => 10000, 'readTimeout' => 30000]);

try {
    $response = $client->compareSimilarByImageAdvance(new CompareSimilarByImageAdvanceRequest([
        'instanceName' => getenv('SEMBLANCE_INSTANCE') ?: 'demoinstance1',
        'primaryPicContentObject' => Utils::streamFor(fopen($argv[1], 'r')),
        'secondaryPicContentObject' => Utils::streamFor(fopen($argv[2], 'r')),
    ]), $runtime);
    echo $response->body->score, "\n";
} catch (DaraUnableRetryException $error) {
    // The request id stands in data.
    echo json_encode(['code' => $error->code, 'message' => $error->getMessage(), 'data' => $error->data]), "\n";
    exit(1);
}
