import { hostOf, keyVariables, protocolOf, quoted } from './sample-context.ts';
import type { SampleContext } from './sample-context.ts';

/** The official SDK for .NET: \`AlibabaCloud.SDK.ImageSearch20201214\`. */
export function csharpSample(context: SampleContext): string {
  return `using AlibabaCloud.OpenApiClient.Models;
using AlibabaCloud.SDK.ImageSearch20201214;
using AlibabaCloud.SDK.ImageSearch20201214.Models;

static string Picture(string path) => Convert.ToBase64String(File.ReadAllBytes(path));

var client = new Client(new Config
{
    Endpoint = ${quoted(hostOf(context))},
    Protocol = ${quoted(protocolOf(context))},
    AccessKeyId = Environment.GetEnvironmentVariable("${keyVariables.id}") ?? "any",
    AccessKeySecret = Environment.GetEnvironmentVariable("${keyVariables.secret}") ?? "any",
});

var response = client.CompareSimilarByImage(new CompareSimilarByImageRequest
{
    InstanceName = ${quoted(context.instanceName)},
    PrimaryPicContent = Picture(${quoted(context.primaryFile)}),
    SecondaryPicContent = Picture(${quoted(context.secondaryFile)}),
});
Console.WriteLine(response.Body.Score);
`;
}
