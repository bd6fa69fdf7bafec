package org.zhengdun.evidence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the configured store. */
@Singleton
class Stores {

    private final EvidenceConfig config;
    private final S3Config s3;

    Stores(EvidenceConfig config, S3Config s3) {
        this.config = config;
        this.s3 = s3;
    }

    /** A store that cannot be reached for want of a value stops the start, not the first upload. */
    void check(@Observes StartupEvent start) {
        if (config.store() == EvidenceConfig.StoreKind.S3
                && (s3.bucket().isEmpty() || s3.accessKey().isPresent() != s3.secretKey().isPresent())) {
            throw new IllegalStateException("zhengdun.evidence.s3 needs a bucket, and both keys or none");
        }
    }

    @Produces
    @ApplicationScoped
    FileStore store() {
        return switch (config.store()) {
            case DIRECTORY -> new DirectoryStore(config.directory().toAbsolutePath());
            case S3 -> new S3Store(S3Store.client(s3), s3.bucket().orElseThrow());
        };
    }
}
