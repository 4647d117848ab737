import com.aliyun.imagesearch20201214.Client;
import com.aliyun.imagesearch20201214.models.CompareSimilarByImageAdvanceRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two pictures in, a score out, by the official client for Java: java Compare.java A B
 *
 * <p>Reads SEMBLANCE_ENDPOINT (host:port), SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET and SEMBLANCE_INSTANCE; the engine's
 * certificate goes into the JVM's trust store (-Djavax.net.ssl.trustStore=FILE).
 */
public class Compare {
    public static void main(String[] pictures) throws Exception {
        String endpoint = System.getenv("SEMBLANCE_ENDPOINT");
        // For temporary keys: setSecurityToken(token) and setType("sts").
        Client client = new Client(new Config()
                .setEndpoint(endpoint)
                .setProtocol("http")
                .setRegionId("cn-shanghai")
                .setAccessKeyId(System.getenv("SEMBLANCE_ACCESS_KEY_ID"))
                .setAccessKeySecret(System.getenv("SEMBLANCE_ACCESS_KEY_SECRET")));
        client._openPlatformEndpoint = endpoint;
        RuntimeOptions runtime = new RuntimeOptions();
        runtime.setConnectTimeout(10_000);
        runtime.setReadTimeout(30_000);
        CompareSimilarByImageAdvanceRequest request = new CompareSimilarByImageAdvanceRequest()
                .setInstanceName(System.getenv("SEMBLANCE_INSTANCE"))
                .setPrimaryPicContentObject(Files.newInputStream(Path.of(pictures[0])))
                .setSecondaryPicContentObject(Files.newInputStream(Path.of(pictures[1])));
        try {
            System.out.println(client.compareSimilarByImageAdvance(request, runtime).getBody().getScore());
        } catch (TeaException refused) {
            System.out.println(refused.getCode() + " " + refused.getMessage() + " " + refused.getData());
            System.exit(1);
        }
    }
}
