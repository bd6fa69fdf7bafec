package org.zhengdun.rounds;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The next version of a screening record, whole, and why it is corrected. */
@Schema(name = "ScreeningCorrectionRequest")
record ScreeningCorrectionRequest(@NotNull ScreeningMethod method, @NotNull ScreeningResult result,
        @Nullable @Size(max = ScreeningContent.LONGEST_TEXT) String findings,
        @Nullable @Size(max = ScreeningContent.LONGEST_TEXT) String evidence, @NotNull LocalDate screenedOn,
        @NotBlank @Size(max = 1000) String reason) {

    ScreeningContent content() {
        return new ScreeningContent(method, result, findings, evidence, screenedOn);
    }
}
