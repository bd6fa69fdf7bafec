package org.zhengdun.opinions;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Department;

/**
 * What one department was asked and said about a nomination.
 *
 * @param answeredBy who answered; only for superiors
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OpinionRow")
record OpinionRow(long id, Department department, OpinionStatus status, LocalDate dueOn, Instant requestedAt,
        @Nullable Answer answer, @Nullable String text, @Nullable LocalDate answeredOn, @Nullable String answeredBy) {}
