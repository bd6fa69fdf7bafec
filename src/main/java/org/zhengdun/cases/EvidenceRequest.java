package org.zhengdun.cases;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Evidence in words: what was done, and on which day it happened. */
@Schema(name = "EvidenceRequest")
record EvidenceRequest(@NotBlank @Size(max = 10_000) String text, @NotNull LocalDate occurredOn) {}
