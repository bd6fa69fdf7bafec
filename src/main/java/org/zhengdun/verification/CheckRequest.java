package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.security.Subjects;

/** An acceptance check to form. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CheckRequest")
record CheckRequest(
        @Schema(description = "Published checklist; by default the newest one of the nearest owner above the branch") @Nullable Long checklistId,
        @Schema(description = "Not after today, not before the application for acceptance nor, after a basic pass, before the day of the second check") @NotNull LocalDate heldOn,
        @NotEmpty @Size(max = 50) List<@Valid @NotNull Member> team) {

    /** First day on which the check can be held, and the text that says why. */
    record Earliest(LocalDate day, String why) {}

    /** A member of the team. */
    @Schema(name = "TeamMemberRequest")
    record Member(
            @Schema(description = "Identity subject") @NotBlank @Size(max = 255) @Pattern(regexp = Subjects.FORM) String subject,
            @NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 100) String post,
            @NotBlank @Size(max = 200) String unit,
            @Schema(description = "True for exactly one member") @NotNull Boolean leader) {}

    /** Days and teams that cannot be. */
    List<Invalid> refused(Optional<Earliest> earliest, LocalDate today) {
        List<Invalid> refused = new ArrayList<>();
        if (heldOn.isAfter(today)) {
            refused.add(Invalid.of("/heldOn", "date.in-future"));
        }
        earliest.filter(first -> heldOn.isBefore(first.day())).ifPresent(
                first -> refused.add(Invalid.of("/heldOn", first.why(), first.day())));
        refused.addAll(TeamRequest.refused(team));
        return refused;
    }
}
