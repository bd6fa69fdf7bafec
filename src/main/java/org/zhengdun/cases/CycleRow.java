package org.zhengdun.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of a branch: one listing, from nomination to its end.
 *
 * @param firstYear  year of the round in which the branch was listed
 * @param year       year of the round in which the case is counted now or was last
 * @param years      in how many years it was counted
 * @param relisted   whether the branch had been listed before, within the years that the settings name
 * @param revocations how often its transformation was revoked
 * @param relapses   how the branch fell back after this cycle had transformed it
 * @param relapsed   whether that counts as relapse
 * @param handedOver that the branch was merged and which branch has the case now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CycleRow")
record CycleRow(long caseId, String number, int cycle, CaseState state, @Nullable Outcome outcome, int firstYear,
        int year, int years, @Nullable String mainCategory, @Nullable LocalDate decidedOn,
        @Nullable Instant transformedAt,
        @Nullable Instant closedAt, @Nullable Long formerCaseId, boolean relisted, int revocations,
        List<RelapseKind> relapses, boolean relapsed, @Nullable HandedOver handedOver) {

    /**
     * Where a case of a merged branch went.
     *
     * @param at when it left the branch
     */
    @Schema(name = "HandedOver")
    record HandedOver(int branchId, String branchCode, String branchName, Instant at) {}
}
