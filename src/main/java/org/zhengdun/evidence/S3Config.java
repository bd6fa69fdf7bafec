package org.zhengdun.evidence;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the S3-compatible store is reached. */
@ConfigMapping(prefix = "zhengdun.evidence.s3")
interface S3Config {

    /** Address of the store; the one of the region when not set. */
    Optional<URI> endpoint();

    /** Region. */
    @WithDefault("us-east-1")
    String region();

    /** Bucket, which must exist. */
    Optional<String> bucket();

    /** Access key; the default chain of the AWS client when not set. */
    Optional<String> accessKey();

    /** Secret of the access key. */
    Optional<String> secretKey();

    /** Whether the bucket stands in the path instead of the host name. */
    @WithDefault("true")
    boolean pathStyle();
}
