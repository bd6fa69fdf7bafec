package org.zhengdun.evidence;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;

import com.robothy.s3.rest.LocalS3;
import com.robothy.s3.rest.bootstrap.LocalS3Mode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 server of its own for the tests that need one, and the service configured to use it. */
public final class S3Server implements QuarkusTestResourceLifecycleManager {

    private static final String BUCKET = "evidence";
    private static @Nullable LocalS3 server;

    @Override
    public Map<String, String> start() {
        LocalS3 started = LocalS3.builder().port(-1).mode(LocalS3Mode.IN_MEMORY).build();
        started.start();
        System.setProperty("zhengdun.test.s3", endpoint(started));
        server = started;
        try (S3Client client = client()) {
            client.createBucket(bucket -> bucket.bucket(BUCKET));
        }
        return Map.of("zhengdun.evidence.store", "s3", "zhengdun.evidence.s3.endpoint", endpoint(started),
                "zhengdun.evidence.s3.bucket", BUCKET, "zhengdun.evidence.s3.access-key", "test",
                "zhengdun.evidence.s3.secret-key", "test");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
        }
    }

    static Stream<String> objects() {
        try (S3Client client = client()) {
            return client.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream().map(
                    S3Object::key).toList().stream();
        }
    }

    private static String endpoint(LocalS3 started) {
        return "http://localhost:" + started.getPort();
    }

    /** The test class is loaded apart from the one that started the server. */
    private static S3Client client() {
        return S3Client.builder().region(Region.US_EAST_1).endpointOverride(
                URI.create(System.getProperty("zhengdun.test.s3"))).forcePathStyle(
                        true).credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("test", "test"))).build();
    }
}
