package org.zhengdun.helpers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visit as it was last written. */
@Schema(name = "Visit")
record VisitRow(UUID id, int version, LocalDate visitedOn, String place, String people, String findings,
        @Schema(description = "Evidence files named by the visit or uploaded to it") List<Long> photos,
        @Schema(description = "Who logged it") String loggedBy,
        @Schema(description = "Handed in after the assignment had ended") boolean receivedLate, Instant recordedAt) {

    /** A visit with all its versions, the newest first. */
    @Schema(name = "VisitDetail")
    record Detail(UUID id, String loggedBy, List<Version> versions) {}

    /** How a visit was written down; corrections have a reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VisitVersion")
    record Version(int version, LocalDate visitedOn, String place, String people, String findings, List<Long> photos,
            @Nullable String reason, Instant recordedAt) {

        VisitContent content() {
            return new VisitContent(visitedOn, place, people, findings, photos);
        }
    }
}
