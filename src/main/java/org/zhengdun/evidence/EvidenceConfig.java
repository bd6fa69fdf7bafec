package org.zhengdun.evidence;

import java.nio.file.Path;
import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where evidence files are stored and which are taken. */
@ConfigMapping(prefix = "zhengdun.evidence")
interface EvidenceConfig {

    /** Kinds of stores. */
    enum StoreKind {
        /** A directory, which all replicas must share. */
        DIRECTORY,
        /** A bucket of an S3-compatible store. */
        S3
    }

    /** Which kind of store. */
    @WithDefault("directory")
    StoreKind store();

    /** The directory of the store. */
    @WithDefault("data/evidence")
    Path directory();

    /** Largest file. */
    @WithDefault("50M")
    MemorySize maxSize();

    /** Media types that are taken, of those the service can recognize. */
    @WithDefault("image/jpeg,image/png,application/pdf,video/mp4,"
            + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    Set<String> types();

    /** Uploads that one replica receives at once; further ones are told to come back. */
    @WithDefault("16")
    int uploadsAtOnce();

    /** Bytes a second below which an upload is cut off, after half a minute. */
    @WithDefault("8K")
    MemorySize slowestRate();
}
