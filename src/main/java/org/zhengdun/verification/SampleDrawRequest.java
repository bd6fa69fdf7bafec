package org.zhengdun.verification;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The published seed of a sample. */
@Schema(name = "SampleDrawRequest")
record SampleDrawRequest(
        @Schema(description = "Exactly as published; printable ASCII") @NotNull @Size(min = 4, max = 200) @Pattern(regexp = "[!-~][ -~]*[!-~]") String seed,
        @Schema(description = "After the day on which the population was frozen, not after today") @NotNull LocalDate seedPublishedOn) {

    /** More cases from the same population. */
    @Schema(name = "SampleEnlargementRequest")
    record Enlargement(
            @Schema(description = "Additional cases") @NotNull @Min(1) @Max(100_000) Integer size) {}

    /** Why a drawn case cannot be examined. */
    @Schema(name = "NotExaminableRequest")
    record NotExaminable(@NotBlank @Size(max = 1000) String reason) {}
}
