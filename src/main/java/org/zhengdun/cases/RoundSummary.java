package org.zhengdun.cases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many branches a round has listed, in what the caller covers. No quota is enforced: what stands out is a warning.
 *
 * @param total the whole of what the caller covers
 * @param units the units next below the one that holds the round
 */
@Schema(name = "RoundSummary")
record RoundSummary(long roundId, int year, UnitListing total, List<UnitListing> units, List<Warning> warnings) {

    /**
     * Branches listed under a unit, of its active branches.
     *
     * @param listed      branches with a case counted in the round, cases carried over into it included
     * @param repeated    newly listed branches that the former round of the same unit had listed too
     * @param carriedOver listed branches whose case was carried over into the round
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "UnitListing")
    record UnitListing(int unitId, String unitName, int listed, int branches, int repeated, int carriedOver) {

        /** Branches that this round has listed itself. */
        int newly() {
            return listed - carriedOver;
        }

        /** Listed of active branches; null without branches. */
        @JsonProperty
        @Schema(description = "Listed branches in percent of the active ones; absent without any")
        public @Nullable BigDecimal listedPercent() {
            return branches == 0
                    ? null
                    : BigDecimal.valueOf(100L * listed).divide(BigDecimal.valueOf(branches), 2, RoundingMode.HALF_UP);
        }
    }

    /** What stands out about the list of a round; never a refusal (docs/domain.md section 1). */
    enum WarningKind {
        /** A smaller share is listed than the settings of the round expect. */
        RATIO_BELOW,
        /** A larger share is listed than the settings of the round expect. */
        RATIO_ABOVE,
        /** Every unit with branches lists the same number. */
        SAME_COUNT_EVERYWHERE,
        /** The list repeats the one of the round before. */
        LIST_COPIED
    }

    /**
     * A warning with its numbers.
     *
     * @param bound the bound in percent that was passed; absent when there is none
     * @param units those it concerns
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RoundWarning")
    record Warning(WarningKind kind, String message, int numerator, int denominator, @Nullable Integer bound,
            List<UnitListing> units) {}
}
