package org.zhengdun.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhengdun.shared.problem.Invalid;

/** The whole team that a running check has from now on, and why. */
@Schema(name = "TeamReplacementRequest")
record TeamRequest(@NotBlank @Size(max = 2000) String reason,
        @NotEmpty @Size(max = 50) List<CheckRequest.@Valid @NotNull Member> team) {

    List<Invalid> refused() {
        return refused(team);
    }

    /** Teams that cannot be: somebody twice, or not exactly one leader. */
    static List<Invalid> refused(List<CheckRequest.Member> team) {
        List<Invalid> refused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < team.size(); i++) {
            if (!seen.add(team.get(i).subject())) {
                refused.add(Invalid.of("/team/" + i + "/subject", "value.repeated", team.get(i).subject()));
            }
        }
        if (team.stream().filter(CheckRequest.Member::leader).count() != 1) {
            refused.add(Invalid.of("/team", "check.one-leader"));
        }
        return refused;
    }
}
