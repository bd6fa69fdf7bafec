package org.zhengdun.helpers;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.HelperKind;

/** A helper of a case, running or released. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Helper")
record HelperRow(long id, HelperKind kind, @Nullable String person, @Nullable String post, String unit,
        @Schema(description = "Whether the helper can sign in and see the case while the assignment runs") boolean hasAccount,
        LocalDate since,
        @Schema(description = "Last day; absent while the assignment runs; of a withdrawn one the day of the withdrawal") @Nullable LocalDate until,
        @Nullable String releaseReason) {

    /** Whether the assignment was taken back before its first day. */
    @JsonProperty
    @Schema(description = "Whether it was taken back before its first day: it never ran and counts nowhere")
    public boolean withdrawn() {
        return until != null && until.isBefore(since);
    }

    /** The helper as statistics clients see him. */
    HelperRow withoutPerson() {
        return new HelperRow(id, kind, null, null, unit, hasAccount, since, until, null);
    }
}
