using System;
using System.Collections.Generic;

namespace AlibabaCloud.OpenApiClient.Models
{
    public class Config
    {
        public string Endpoint, Protocol, RegionId, AccessKeyId, AccessKeySecret, SecurityToken, Type;
    }
}

namespace AlibabaCloud.TeaUtil.Models
{
    public class RuntimeOptions
    {
        public int? ConnectTimeout, ReadTimeout;
    }
}

namespace Tea
{
    public class TeaException : Exception
    {
        public string Code { get; set; }
        public Dictionary<string, object> DataResult { get; set; }
    }
}

namespace AlibabaCloud.SDK.ImageSearch20201214.Models
{
    public class CompareSimilarByImageRequest
    {
        public string InstanceName, PrimaryPicContent, SecondaryPicContent;
    }

    public class CompareSimilarByImageResponseBody
    {
        public float? Score;
    }

    public class CompareSimilarByImageResponse
    {
        public CompareSimilarByImageResponseBody Body;
    }
}

namespace AlibabaCloud.SDK.ImageSearch20201214
{
    using AlibabaCloud.OpenApiClient.Models;
    using AlibabaCloud.SDK.ImageSearch20201214.Models;
    using AlibabaCloud.TeaUtil.Models;

    public class Client
    {
        public Client(Config config) { }

        public CompareSimilarByImageResponse CompareSimilarByImage(CompareSimilarByImageRequest request) { return null; }

        public CompareSimilarByImageResponse CompareSimilarByImageWithOptions(CompareSimilarByImageRequest request, RuntimeOptions runtime) { return null; }
    }
}
