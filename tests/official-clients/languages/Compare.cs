using System;
using System.IO;
using AlibabaCloud.OpenApiClient.Models;
using AlibabaCloud.SDK.ImageSearch20201214;
using AlibabaCloud.SDK.ImageSearch20201214.Models;
using AlibabaCloud.TeaUtil.Models;
using Tea;

// Two pictures in, a score out, by the official client for .NET: dotnet run A B
//
// Reads SEMBLANCE_ENDPOINT (host:port), SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET and SEMBLANCE_INSTANCE. Pictures are uploaded
// (Advance), over TLS: the engine's certificate goes into the system's trust store. For Base64 set PrimaryPicContent and
// SecondaryPicContent of a CompareSimilarByImageRequest and call CompareSimilarByImageWithOptions.

// The endpoint of uploads is protected: a subclass sets it.
public class OwnClient : Client
{
    public OwnClient(Config config, string uploadEndpoint) : base(config)
    {
        _openPlatformEndpoint = uploadEndpoint;
    }
}

public static class Compare
{
    public static int Main(string[] pictures)
    {
        string endpoint = Environment.GetEnvironmentVariable("SEMBLANCE_ENDPOINT");
        // For temporary keys: SecurityToken = token, Type = "sts".
        var client = new OwnClient(new Config
        {
            Endpoint = endpoint,
            Protocol = "http",
            RegionId = "cn-shanghai",
            AccessKeyId = Environment.GetEnvironmentVariable("SEMBLANCE_ACCESS_KEY_ID"),
            AccessKeySecret = Environment.GetEnvironmentVariable("SEMBLANCE_ACCESS_KEY_SECRET"),
        }, endpoint);
        var runtime = new RuntimeOptions { ConnectTimeout = 10000, ReadTimeout = 30000 };
        using (Stream primary = File.OpenRead(pictures[0]))
        using (Stream secondary = File.OpenRead(pictures[1]))
        try
        {
            var response = client.CompareSimilarByImageAdvance(new CompareSimilarByImageAdvanceRequest
            {
                InstanceName = Environment.GetEnvironmentVariable("SEMBLANCE_INSTANCE"),
                PrimaryPicContentObject = primary,
                SecondaryPicContentObject = secondary,
            }, runtime);
            Console.WriteLine(response.Body.Score);
            return 0;
        }
        catch (TeaException refused)
        {
            // The request id stands in DataResult.
            Console.WriteLine(refused.Code + " " + refused.Message);
            return 1;
        }
    }
}
