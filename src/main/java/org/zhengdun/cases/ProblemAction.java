package org.zhengdun.cases;

import static org.zhengdun.shared.security.Role.BRANCH;
import static org.zhengdun.shared.security.Role.COUNTY_ORG;
import static org.zhengdun.shared.security.Role.HELPER;
import static org.zhengdun.shared.security.Role.TOWNSHIP;

import java.util.Set;

import org.zhengdun.shared.security.Role;

/** Moves of one problem (docs/domain.md section 4, rule 8): complete one, check one, close one. */
enum ProblemAction {
    /** The executor reports the problem solved, with evidence. */
    MARK_DONE(Set.of(ProblemState.OPEN), ProblemState.DONE, Set.of(BRANCH, TOWNSHIP, HELPER), Set.of(HELPER, TOWNSHIP)),
    /** The township, or the county for restricted categories, checks and closes. */
    CLOSE(Set.of(ProblemState.DONE), ProblemState.CLOSED, Set.of(TOWNSHIP, COUNTY_ORG), Set.of(COUNTY_ORG)),
    /** The check shows that the problem is not solved. */
    REOPEN(Set.of(ProblemState.DONE, ProblemState.CLOSED), ProblemState.OPEN, Set.of(TOWNSHIP, COUNTY_ORG),
            Set.of(COUNTY_ORG));

    private final Set<ProblemState> sources;
    private final ProblemState target;
    private final Set<Role> roles;
    private final Set<Role> rolesIfRestricted;

    ProblemAction(Set<ProblemState> sources, ProblemState target, Set<Role> roles, Set<Role> rolesIfRestricted) {
        this.sources = sources;
        this.target = target;
        this.roles = roles;
        this.rolesIfRestricted = rolesIfRestricted;
    }

    Set<ProblemState> sources() {
        return sources;
    }

    ProblemState target() {
        return target;
    }

    Set<Role> roles(boolean restricted) {
        return restricted ? rolesIfRestricted : roles;
    }
}
