<?php

// The shape of the SDK for PHP: every model takes an array and knows the names of its fields.

namespace Darabonba\OpenApi\Models {
    class Config
    {
        public function __construct(array $fields)
        {
            \shape($fields, ['endpoint', 'protocol', 'regionId', 'accessKeyId', 'accessKeySecret', 'securityToken', 'type']);
        }
    }
}

namespace AlibabaCloud\Dara\Models {
    class RuntimeOptions
    {
        public function __construct(array $fields)
        {
            \shape($fields, ['connectTimeout', 'readTimeout']);
        }
    }
}

namespace AlibabaCloud\Dara\Exception {
    class DaraUnableRetryException extends \Exception
    {
        public $code;
        public $data;
    }
}

namespace GuzzleHttp\Psr7 {
    class Utils
    {
        public static function streamFor($resource)
        {
            return $resource;
        }
    }
}

namespace AlibabaCloud\SDK\ImageSearch\V20201214\Models {
    class CompareSimilarByImageRequest
    {
        public function __construct(array $fields)
        {
            \shape($fields, ['instanceName', 'primaryPicContent', 'secondaryPicContent']);
        }
    }

    class CompareSimilarByImageAdvanceRequest
    {
        public function __construct(array $fields)
        {
            \shape($fields, ['instanceName', 'primaryPicContentObject', 'secondaryPicContentObject']);
        }
    }
}

namespace AlibabaCloud\SDK\ImageSearch\V20201214 {
    use AlibabaCloud\Dara\Models\RuntimeOptions;
    use AlibabaCloud\SDK\ImageSearch\V20201214\Models\CompareSimilarByImageAdvanceRequest;
    use AlibabaCloud\SDK\ImageSearch\V20201214\Models\CompareSimilarByImageRequest;
    use Darabonba\OpenApi\Models\Config;

    class ImageSearch
    {
        protected $_openPlatformEndpoint;

        public function __construct(Config $config)
        {
        }

        public function compareSimilarByImage(CompareSimilarByImageRequest $request)
        {
            return (object) ['body' => (object) ['score' => 0.5]];
        }

        public function compareSimilarByImageAdvance(CompareSimilarByImageAdvanceRequest $request, RuntimeOptions $runtime)
        {
            return (object) ['body' => (object) ['score' => 0.5]];
        }
    }
}

namespace {
    function shape(array $fields, array $known): void
    {
        $unknown = array_diff(array_keys($fields), $known);
        if ($unknown !== []) {
            throw new InvalidArgumentException('no such field: ' . implode(', ', $unknown));
        }
    }
}
