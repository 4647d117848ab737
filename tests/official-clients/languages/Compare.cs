using System;
using System.IO;
using AlibabaCloud.OpenApiClient.Models;
using AlibabaCloud.SDK.ImageSearch20201214;
using AlibabaCloud.SDK.ImageSearch20201214.Models;
using AlibabaCloud.TeaUtil.Models;
using Tea;

// Two pictures in, a score out, by the official client for .NET: dotnet run A B
//
// Reads SEMBLANCE_ENDPOINT (host:port), SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET and SEMBLANCE_INSTANCE.
public static class Compare
{
    public static int Main(string[] pictures)
    {
        string endpoint = Environment.GetEnvironmentVariable("SEMBLANCE_ENDPOINT");
        // For temporary keys: SecurityToken = token, Type = "sts".
        var client = new Client(new Config
        {
            Endpoint = endpoint,
            Protocol = "http",
            RegionId = "cn-shanghai",
            AccessKeyId = Environment.GetEnvironmentVariable("SEMBLANCE_ACCESS_KEY_ID"),
            AccessKeySecret = Environment.GetEnvironmentVariable("SEMBLANCE_ACCESS_KEY_SECRET"),
        });
        var runtime = new RuntimeOptions { ConnectTimeout = 10000, ReadTimeout = 30000 };
        try
        {
            var response = client.CompareSimilarByImageWithOptions(new CompareSimilarByImageRequest
            {
                InstanceName = Environment.GetEnvironmentVariable("SEMBLANCE_INSTANCE"),
                PrimaryPicContent = Convert.ToBase64String(File.ReadAllBytes(pictures[0])),
                SecondaryPicContent = Convert.ToBase64String(File.ReadAllBytes(pictures[1])),
            }, runtime);
            Console.WriteLine(response.Body.Score);
            return 0;
        }
        catch (TeaException refused)
        {
            Console.WriteLine(refused.Code + " " + refused.Message);
            return 1;
        }
    }
}
