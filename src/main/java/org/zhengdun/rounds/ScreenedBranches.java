package org.zhengdun.rounds;

import java.time.LocalDate;
import java.util.Optional;

import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.problem.Message;
import org.zhengdun.shared.security.Scope;
import org.zhengdun.shared.security.ScopeRoot;

/**
 * Which units may be screened in a round.
 *
 * @param scope what the caller records for
 * @param round ids from the root to the unit that holds the round
 */
@SuppressWarnings("ArrayRecordComponent")
record ScreenedBranches(Scope scope, int[] round, LocalDate today) {

    /** Why the unit may not be screened; a unit outside the scope is as good as none. */
    Optional<Message> refusal(Unit unit) {
        if (!scope.covers(unit.path())) {
            return Optional.of(Message.of("reference.unknown"));
        }
        if (unit.kind() != UnitKind.BRANCH) {
            return Optional.of(Message.of("branch.not-a-branch"));
        }
        if (unit.closedOn() != null && !unit.closedOn().isAfter(today)) {
            return Optional.of(Message.of("branch.closed"));
        }
        return new ScopeRoot(round).covers(unit.path())
                ? Optional.empty()
                : Optional.of(Message.of("screening.not-of-round"));
    }
}
