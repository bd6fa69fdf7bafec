package org.zhengdun.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a sample shows: enough for anyone to draw it again. */
final class SampleRows {

    private SampleRows() {}

    /** State of a sample. */
    enum SampleState {
        /** The population is fixed, the seed is not known yet. */
        FROZEN,
        /** The seed has decided. */
        DRAWN
    }

    /** State of a sampled case. */
    enum ItemState {
        /** Planned; nobody outside the checking level knows. */
        PLANNED,
        /** It could not be examined; the reason is kept, the next of its stratum took the place. */
        NOT_EXAMINABLE,
        /** The team is at work. */
        STARTED,
        /** The check is completed. */
        CHECKED
    }

    /** A sample. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Sample")
    record Sample(long id, int unitId, @Nullable Long roundId, @Nullable LocalDate transformedFrom,
            @Nullable LocalDate transformedTo, List<SampleStratum> strata, SampleState state,
            @Schema(description = "Cases in the population") int population,
            @Schema(description = "SHA-256 of the canonical list of the population") String populationDigest,
            @Schema(description = "Cases of the first draw") int size, String seedSource, @Nullable String seed,
            @Nullable LocalDate seedPublishedOn, int draws, Instant frozenAt, @Nullable Instant drawnAt) {}

    /** A case of the population, in the order of the canonical list. */
    @Schema(name = "SampleMember")
    record Member(long caseId, String caseNumber, String stratum) {}

    /** One draw in the order they were made. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SampleDraw")
    record Draw(int draw, @Schema(description = "Cases drawn; 0 when the stratum had no substitute left") int size,
            @Schema(description = "Number of the case that could not be examined; absent for the first draw and enlargements") @Nullable String replaces,
            @Nullable String reason, Instant drawnAt) {}

    /** A drawn case. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SampleItem")
    record Item(long id, long caseId, String caseNumber, String stratum, int draw,
            @Schema(description = "SHA-256 of seed, colon and case number") String digest, ItemState state,
            @Nullable String reason, @Nullable Long checkId, @Nullable Boolean passed) {}
}
