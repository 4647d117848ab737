import { hostOf, keyVariables, protocolOf, quoted } from './sample-context.ts';
import type { SampleContext } from './sample-context.ts';

/** The official SDK for Java: \`com.aliyun:imagesearch20201214\`. */
export function javaSample(context: SampleContext): string {
  return `import com.aliyun.imagesearch20201214.Client;
import com.aliyun.imagesearch20201214.models.CompareSimilarByImageRequest;
import com.aliyun.teaopenapi.models.Config;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

public class Compare {
    static String picture(String path) throws Exception {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(path)));
    }

    public static void main(String[] args) throws Exception {
        Client client = new Client(new Config()
            .setEndpoint(${quoted(hostOf(context))})
            .setProtocol(${quoted(protocolOf(context))})
            .setAccessKeyId(System.getenv().getOrDefault("${keyVariables.id}", "any"))
            .setAccessKeySecret(System.getenv().getOrDefault("${keyVariables.secret}", "any")));
        CompareSimilarByImageRequest request = new CompareSimilarByImageRequest()
            .setInstanceName(${quoted(context.instanceName)})
            .setPrimaryPicContent(picture(${quoted(context.primaryFile)}))
            .setSecondaryPicContent(picture(${quoted(context.secondaryFile)}));
        System.out.println(client.compareSimilarByImage(request).getBody().getScore());
    }
}
`;
}
