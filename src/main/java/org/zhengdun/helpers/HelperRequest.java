package org.zhengdun.helpers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.settings.HelperKind;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.security.Subjects;

/** A helper to assign; {@code person} and {@code post} are needed for every kind but the paired unit. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HelperRequest")
record HelperRequest(@NotNull HelperKind kind,
        @Nullable @Size(max = 100) String person,
        @Nullable @Size(max = 100) String post,
        @NotBlank @Size(max = 200) String unit,
        @Schema(description = "Identity subject of the helper; with it he sees this case while the assignment runs") @Nullable @Size(min = 1, max = 255) @Pattern(regexp = Subjects.FORM) String subject,
        @Schema(description = "Name of a new account; without it the person") @Nullable @Size(max = 100) String displayName,
        @Schema(description = "First day, at most 31 days ahead") @NotNull LocalDate since) {

    private static final int MOST_DAYS_AHEAD = 31;

    /** What is missing for the kind, and a first day too far ahead. */
    List<Invalid> faults(LocalDate today) {
        List<Invalid> missing = new ArrayList<>();
        if (!kind.isUnit() && isBlank(person)) {
            missing.add(Invalid.of("/person", "helpers.person-required", kind.name()));
        }
        if (!kind.isUnit() && isBlank(post)) {
            missing.add(Invalid.of("/post", "helpers.post-required", kind.name()));
        }
        if (since.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
            missing.add(Invalid.of("/since", "date.after-latest", today.plusDays(MOST_DAYS_AHEAD)));
        }
        return missing;
    }

    /** What a new account is called. */
    String accountName() {
        if (displayName != null && !displayName.isBlank()) {
            return displayName;
        }
        return person != null && !person.isBlank() ? person : unit;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
