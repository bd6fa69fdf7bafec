package org.zhengdun.rounds;

import java.time.LocalDate;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The screening of one branch.
 *
 * @param findings required unless the result is normal
 * @param evidence what the findings rest on, in words
 */
@Schema(name = "ScreeningRequest")
record ScreeningRequest(@Min(1) int branchId, @NotNull ScreeningMethod method, @NotNull ScreeningResult result,
        @Nullable @Size(max = ScreeningContent.LONGEST_TEXT) String findings,
        @Nullable @Size(max = ScreeningContent.LONGEST_TEXT) String evidence, @NotNull LocalDate screenedOn) {

    ScreeningContent content() {
        return new ScreeningContent(method, result, findings, evidence, screenedOn);
    }
}
