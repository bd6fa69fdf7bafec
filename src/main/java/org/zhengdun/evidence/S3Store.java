package org.zhengdun.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.problem.ProblemType;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Files in a bucket of an S3-compatible store. */
final class S3Store implements FileStore {

    private static final Logger LOG = Logger.getLogger(S3Store.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final S3Client client;
    private final String bucket;

    S3Store(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** A client without the checksums that stores other than Amazon's often do not know. */
    static S3Client client(S3Config config) {
        S3ClientBuilder builder = S3Client.builder().region(Region.of(config.region())).forcePathStyle(
                config.pathStyle()).requestChecksumCalculation(
                        RequestChecksumCalculation.WHEN_REQUIRED).responseChecksumValidation(
                                ResponseChecksumValidation.WHEN_REQUIRED).httpClientBuilder(
                                        UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(
                                                SILENCE));
        config.endpoint().ifPresent(builder::endpointOverride);
        config.accessKey().ifPresent(key -> builder.credentialsProvider(StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key, config.secretKey().orElseThrow()))));
        return builder.build();
    }

    @Override
    public Path incoming() {
        return Path.of(System.getProperty("java.io.tmpdir"), "zhengdun-evidence");
    }

    @Override
    public void keep(UUID object, Path file) {
        ask(() -> client.putObject(put -> put.bucket(bucket).key(object.toString()), RequestBody.fromFile(file)));
    }

    /** A store may pass over the range and send the whole file. */
    @Override
    public InputStream open(UUID object, ByteRange part) {
        ResponseInputStream<GetObjectResponse> sent = ask(() -> client.getObject(
                get -> get.bucket(bucket).key(object.toString()).range(
                        "bytes=%d-%d".formatted(part.from(), part.from() + part.count() - 1))));
        try {
            if (sent.response().contentLength() > part.count()) {
                sent.skipNBytes(part.from());
            }
        } catch (IOException failure) {
            sent.abort();
            throw unavailable(failure);
        }
        return new BoundedStream(sent, part.count());
    }

    @Override
    public void remove(UUID object) {
        ask(() -> client.deleteObject(delete -> delete.bucket(bucket).key(object.toString())));
    }

    private static <T> T ask(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException failure) {
            throw unavailable(failure);
        }
    }

    private static ProblemException unavailable(Exception failure) {
        LOG.error("The store of the evidence files cannot be used", failure);
        return ProblemException.of(ProblemType.UNAVAILABLE);
    }
}
