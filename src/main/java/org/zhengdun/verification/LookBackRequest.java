package org.zhengdun.verification;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The finding of a look-back. */
@Schema(name = "LookBackRecordRequest")
record LookBackRequest(
        @Schema(description = "Not after today nor before the transformation; at most 7 days before the due day unless a relapse was found") @NotNull LocalDate heldOn,
        @NotNull LookBackResult result, @NotBlank @Size(max = 5000) String facts) {}
