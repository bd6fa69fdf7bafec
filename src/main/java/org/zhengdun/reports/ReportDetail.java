package org.zhengdun.reports;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report with all its editions, the first one first.
 *
 * @param version goes up with each edition
 */
@Schema(name = "ReportDetail")
record ReportDetail(ReportRow report, List<Edition> editions, long version) {

    /** What was submitted at one time; the first edition has no reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReportEdition")
    record Edition(int edition, String progress, ReportFigures figures, @Nullable String reason, Instant submittedAt,
            String submittedBy) {}
}
