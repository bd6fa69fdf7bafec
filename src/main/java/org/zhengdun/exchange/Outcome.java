package org.zhengdun.exchange;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param counts null when it failed
 */
record Outcome(@Nullable Counts counts, Findings findings) {

    /** What an import did, or would do in a dry run, to the units it names. */
    @Schema(name = "ImportCounts")
    record Counts(int created, int updated, int unchanged) {}

    static Outcome failed(String code) {
        return new Outcome(null, Findings.of(Finding.of(0, "", code)));
    }
}
