package org.zhengdun.verification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** A population to freeze for a spot-check sample. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SampleRequest", description = "Cases under observation or closed below the unit: of a round, or transformed in a period")
record SampleRequest(@NotNull Integer unitId, @Nullable Long roundId,
        @Schema(description = "First day of the transformation") @Nullable LocalDate transformedFrom,
        @Schema(description = "Last day of the transformation") @Nullable LocalDate transformedTo,
        @Schema(description = "Empty for a simple sample") @NotNull @Size(max = 2) List<@NotNull SampleStratum> strata,
        @Schema(description = "Cases of the first draw") @Nullable @Min(1) @Max(100_000) Integer size,
        @Schema(description = "Share of the population instead of a size, rounded up; by default the spotCheckRate of the unit's settings") @Nullable @DecimalMin("0.0001") @DecimalMax("1") @Digits(integer = 1, fraction = 4) BigDecimal rate,
        @Schema(description = "The public number that will be the seed, named before it exists, for example a draw of the welfare lottery") @NotBlank @Size(max = 300) String seedSource) {

    /** Values that contradict each other. */
    List<Invalid> refused() {
        List<Invalid> refused = new ArrayList<>();
        boolean period = transformedFrom != null && transformedTo != null;
        boolean anyDay = transformedFrom != null || transformedTo != null;
        if (roundId == null ? !period : anyDay) {
            refused.add(Invalid.of("/roundId", "sample.round-or-period"));
        } else if (transformedFrom != null && transformedTo != null && transformedTo.isBefore(transformedFrom)) {
            refused.add(Invalid.of("/transformedTo", "date.before-start", transformedFrom));
        }
        if (size != null && rate != null) {
            refused.add(Invalid.of("/rate", "sample.size-or-rate"));
        }
        if (new HashSet<>(strata).size() < strata.size()) {
            refused.add(Invalid.of("/strata", "value.repeated", strata.getLast()));
        }
        return refused;
    }

    /** Cases of the first draw; a rate is rounded up. */
    int firstSize(int population, BigDecimal usualRate) {
        if (size != null) {
            return size;
        }
        BigDecimal share = rate == null ? usualRate : rate;
        return share.multiply(BigDecimal.valueOf(population)).setScale(0, RoundingMode.CEILING).intValueExact();
    }
}
