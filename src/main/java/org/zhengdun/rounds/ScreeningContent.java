package org.zhengdun.rounds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** What was found at a branch, how and when. */
record ScreeningContent(ScreeningMethod method, ScreeningResult result, @Nullable String findings,
        @Nullable String evidence, LocalDate screenedOn) {

    static final int LONGEST_TEXT = 4000;

    /**
     * What is not acceptable about it.
     *
     * @param round the round it belongs to
     * @param at    pointer to the object that has the values
     */
    List<Invalid> invalid(ScreeningSeason round, String at) {
        List<Invalid> errors = new ArrayList<>();
        if (screenedOn.isAfter(round.today())) {
            errors.add(Invalid.of(at + "/screenedOn", "date.in-future"));
        }
        if (screenedOn.isBefore(round.earliest())) {
            errors.add(Invalid.of(at + "/screenedOn", "screening.too-early", round.earliest()));
        }
        if (result != ScreeningResult.NORMAL && (findings == null || findings.isBlank())) {
            errors.add(Invalid.of(at + "/findings", "screening.findings-required"));
        }
        return errors;
    }
}
