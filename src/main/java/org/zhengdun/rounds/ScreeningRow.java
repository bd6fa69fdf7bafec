package org.zhengdun.rounds;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.BranchKind;

/**
 * A version of the screening record of a branch in a round.
 *
 * @param outsideWindow whether the branch was screened outside the window of the round; a warning
 * @param reason        why the version before was corrected
 * @param supersededAt  when the next version took its place; absent for the current one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ScreeningRow")
record ScreeningRow(@JsonIgnore long id, int branchId, String branchCode, String branchName, BranchKind branchKind,
        int version, ScreeningMethod method, ScreeningResult result, @Nullable String findings,
        @Nullable String evidence, LocalDate screenedOn, boolean outsideWindow, @Nullable String reason,
        String recordedBy, Instant recordedAt, @Nullable Instant supersededAt) {}
