package org.zhengdun.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An evidence file with its current version. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EvidenceFile")
record EvidenceRow(long id, @Nullable Long problemId, @Nullable Long measureId, @Nullable Long checkId,
        @Nullable UUID visitId, Version current) {

    /** One version of a file; versions are never overwritten. */
    @Schema(name = "EvidenceVersion")
    record Version(int version, String name, String mediaType, long size,
            @Schema(description = "SHA-256 of the bytes in hexadecimal") String sha256,
            @Schema(description = "Day of what the file shows") LocalDate occurredOn, Instant uploadedAt,
            String uploadedBy) {}

    /** A file with all its versions, the newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EvidenceFileDetail")
    record Detail(long id, @Nullable Long problemId, @Nullable Long measureId, @Nullable Long checkId,
            @Nullable UUID visitId, List<Version> versions) {}
}
