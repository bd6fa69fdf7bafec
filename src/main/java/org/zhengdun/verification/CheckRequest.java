package org.zhengdun.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;

/** An acceptance check to form. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CheckRequest")
record CheckRequest(
        @Schema(description = "Published checklist; by default the newest one of the nearest owner above the branch") @Nullable Long checklistId,
        @NotNull LocalDate heldOn,
        @NotEmpty @Size(max = 50) List<@Valid @NotNull Member> team) {

    /** A member of the team. */
    @Schema(name = "TeamMemberRequest")
    record Member(
            @Schema(description = "Identity subject") @NotBlank @Size(max = 255) String subject,
            @NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 100) String post,
            @NotBlank @Size(max = 200) String unit,
            @Schema(description = "True for exactly one member") @NotNull Boolean leader) {}

    List<String> subjects() {
        return team.stream().map(Member::subject).toList();
    }

    /** Teams that cannot be. */
    List<Invalid> refused() {
        List<Invalid> refused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < team.size(); i++) {
            if (!seen.add(team.get(i).subject())) {
                refused.add(Invalid.of("/team/" + i + "/subject", "value.repeated", team.get(i).subject()));
            }
        }
        if (team.stream().filter(Member::leader).count() != 1) {
            refused.add(Invalid.of("/team", "check.one-leader"));
        }
        return refused;
    }
}
