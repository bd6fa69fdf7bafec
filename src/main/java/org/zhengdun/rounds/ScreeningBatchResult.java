package org.zhengdun.rounds;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Problem;

/**
 * What became of each row of a batch, in its order.
 *
 * @param outsideWindow rows taken that were screened outside the window of the round; a warning
 */
@Schema(name = "ScreeningBatchResult")
record ScreeningBatchResult(int created, int updated, int unchanged, int refused, int outsideWindow,
        List<RowOutcome> rows) {

    /** What became of a row. */
    enum Outcome {
        /** The first record of the branch in the round. */
        CREATED,
        /** A correction: a new version of the record, with its reason. */
        UPDATED,
        /** The record already says so. */
        UNCHANGED,
        /** Not taken; the errors say why. */
        REFUSED
    }

    /**
     * One row by its place in the request, counted from 0.
     *
     * @param version version of the record after a row that was taken
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ScreeningRowOutcome")
    record RowOutcome(int row, @Nullable String branchCode, Outcome outcome,
            @Nullable Integer version,
            @Nullable List<Problem.FieldError> errors) {}

    static ScreeningBatchResult of(List<RowOutcome> rows, int outsideWindow) {
        return new ScreeningBatchResult(count(rows, Outcome.CREATED), count(rows, Outcome.UPDATED),
                count(rows, Outcome.UNCHANGED), count(rows, Outcome.REFUSED), outsideWindow, rows);
    }

    private static int count(List<RowOutcome> rows, Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
