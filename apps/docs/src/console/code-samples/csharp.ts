import { hostOf, keyVariables, protocolOf, quoted } from './sample-context.ts';
import type { SampleContext } from './sample-context.ts';

/** The official SDK for .NET: \`AlibabaCloud.SDK.ImageSearch20201214\`. */
export function csharpSample(context: SampleContext): string {
  return `using System;
using System.IO;
using AlibabaCloud.OpenApiClient.Models;
using AlibabaCloud.SDK.ImageSearch20201214;
using AlibabaCloud.SDK.ImageSearch20201214.Models;

public static class Compare
{
    static string Picture(string path) => Convert.ToBase64String(File.ReadAllBytes(path));

    static string Key(string name) => Environment.GetEnvironmentVariable(name) ?? "any";

    public static void Main()
    {
        var client = new Client(new Config
        {
            Endpoint = ${quoted(hostOf(context))},
            Protocol = ${quoted(protocolOf(context))},
            AccessKeyId = Key("${keyVariables.id}"),
            AccessKeySecret = Key("${keyVariables.secret}"),
        });
        var response = client.CompareSimilarByImage(new CompareSimilarByImageRequest
        {
            InstanceName = ${quoted(context.instanceName)},
            PrimaryPicContent = Picture(${quoted(context.primaryFile)}),
            SecondaryPicContent = Picture(${quoted(context.secondaryFile)}),
        });
        Console.WriteLine(response.Body.Score);
    }
}
`;
}
