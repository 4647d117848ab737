using System;
using System.Collections.Generic;
using System.IO;

namespace AlibabaCloud.OpenApiClient.Models
{
    public class Config
    {
        public string Endpoint { get; set; }
        public string Protocol { get; set; }
        public string RegionId { get; set; }
        public string AccessKeyId { get; set; }
        public string AccessKeySecret { get; set; }
        public string SecurityToken { get; set; }
        public string Type { get; set; }
    }
}

namespace AlibabaCloud.OpenApiClient
{
    public class Client
    {
        protected string _openPlatformEndpoint;

        public Client(AlibabaCloud.OpenApiClient.Models.Config config) { }
    }
}

namespace AlibabaCloud.TeaUtil.Models
{
    public class RuntimeOptions
    {
        public int? ConnectTimeout { get; set; }
        public int? ReadTimeout { get; set; }
    }
}

namespace Tea
{
    public class TeaException : Exception
    {
        public string Code { get { return null; } }
        public Dictionary<string, object> DataResult { get { return null; } }
    }
}

namespace AlibabaCloud.SDK.ImageSearch20201214.Models
{
    public class CompareSimilarByImageRequest
    {
        public string InstanceName { get; set; }
        public string PrimaryPicContent { get; set; }
        public string SecondaryPicContent { get; set; }
    }

    public class CompareSimilarByImageAdvanceRequest
    {
        public string InstanceName { get; set; }
        public Stream PrimaryPicContentObject { get; set; }
        public Stream SecondaryPicContentObject { get; set; }
    }

    public class CompareSimilarByImageResponseBody
    {
        public double? Score { get; set; }
    }

    public class CompareSimilarByImageResponse
    {
        public CompareSimilarByImageResponseBody Body { get; set; }
    }
}

namespace AlibabaCloud.SDK.ImageSearch20201214
{
    using AlibabaCloud.OpenApiClient.Models;
    using AlibabaCloud.SDK.ImageSearch20201214.Models;
    using AlibabaCloud.TeaUtil.Models;

    public class Client : AlibabaCloud.OpenApiClient.Client
    {
        public Client(Config config) : base(config) { }

        public CompareSimilarByImageResponse CompareSimilarByImage(CompareSimilarByImageRequest request) { return null; }

        public CompareSimilarByImageResponse CompareSimilarByImageWithOptions(CompareSimilarByImageRequest request, RuntimeOptions runtime) { return null; }

        public CompareSimilarByImageResponse CompareSimilarByImageAdvance(CompareSimilarByImageAdvanceRequest request, RuntimeOptions runtime) { return null; }
    }
}
