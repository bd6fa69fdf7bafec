package org.zhengdun.rounds;

import java.util.List;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.web.RowText;

/** Screenings of many branches; each row is judged on its own. */
@Schema(name = "ScreeningBatchRequest")
record ScreeningBatchRequest(@NotEmpty @Size(max = 5000) List<@NotNull Entry> rows) {

    /** One row as it stands in a sheet: texts, read row by row, so that a bad one does not stop the others. */
    @Schema(name = "ScreeningEntry")
    record Entry(
            @Nullable @JsonDeserialize(using = RowText.class) @Schema(description = "Code of the branch") String branchCode,
            @Nullable @JsonDeserialize(using = RowText.class) @Schema(description = "Name of a screening method") String method,
            @Nullable @JsonDeserialize(using = RowText.class) @Schema(description = "Name of a screening result") String result,
            @Nullable @JsonDeserialize(using = RowText.class) @Schema(description = "Required unless the result is normal") String findings,
            @Nullable @JsonDeserialize(using = RowText.class) @Schema(description = "What the findings rest on") String evidence,
            @Nullable @JsonDeserialize(using = RowText.class) @Schema(description = "Date as in 2026-03-01") String screenedOn,
            @Nullable @Schema(description = "Version of the record that the row corrects; required when it changes one") Integer version,
            @Nullable @JsonDeserialize(using = RowText.class) @Schema(description = "Why the record is corrected; required when the row changes one", maxLength = 1000) String reason) {}
}
