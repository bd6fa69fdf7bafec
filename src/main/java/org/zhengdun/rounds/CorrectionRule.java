package org.zhengdun.rounds;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** What a row of a batch must have to change a record that is there: the version its author has read, and a reason. */
final class CorrectionRule {

    static final int LONGEST_REASON = 1000;

    private CorrectionRule() {}

    /**
     * What is missing or wrong.
     *
     * @param at      pointer to the row
     * @param current the record as it stands; null when there is none
     */
    static List<Invalid> check(String at, ScreeningBatchRequest.Entry entry, ScreeningContent content,
            ScreeningStore.@Nullable Current current) {
        if (current == null) {
            return entry.version() == null || entry.version() == 0
                    ? List.of()
                    : List.of(Invalid.of(at + "/version", "version.stale", 0));
        }
        return current.content().equals(content) ? List.of() : correction(at, entry, current);
    }

    private static List<Invalid> correction(String at, ScreeningBatchRequest.Entry entry,
            ScreeningStore.Current current) {
        List<Invalid> errors = new ArrayList<>();
        String reason = entry.reason();
        if (entry.version() == null) {
            errors.add(Invalid.of(at + "/version", "screening.version-required", current.version()));
        } else if (entry.version() != current.version()) {
            errors.add(Invalid.of(at + "/version", "version.stale", current.version()));
        }
        if (reason == null || reason.isBlank()) {
            errors.add(Invalid.of(at + "/reason", "screening.reason-required"));
        } else if (reason.length() > LONGEST_REASON) {
            errors.add(Invalid.of(at + "/reason", "constraint.size", LONGEST_REASON, 0));
        }
        return errors;
    }
}
