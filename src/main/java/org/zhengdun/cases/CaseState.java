package org.zhengdun.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.zhengdun.deadlines.Lateness;
import org.zhengdun.shared.persistence.Columns;

/** States of a rectification case (docs/domain.md section 4). */
public enum CaseState {
    /** Proposed, not yet submitted for review. */
    NOMINATED,
    /** Before the county's joint review. */
    UNDER_REVIEW,
    /** Sent back by the county for completion. */
    RETURNED,
    /** Not listed; terminal. */
    REJECTED,
    /** Listed by decision of the county. */
    CONFIRMED,
    /** The township writes the plan. */
    PLANNING,
    /** The plan lies with the county. */
    PLAN_SUBMITTED,
    /** Items are being done and closed. */
    RECTIFYING,
    /** The township has checked its own work. */
    SELF_CHECKED,
    /** The county verifies. */
    ACCEPTANCE,
    /** Passed acceptance, under observation. */
    TRANSFORMED,
    /** Observation ended well; terminal. */
    CLOSED,
    /** Ended without rectification; terminal. */
    CANCELLED;

    /** States in which a branch has an active case. */
    static final Set<CaseState> ACTIVE = EnumSet.complementOf(EnumSet.of(REJECTED, CLOSED, CANCELLED));

    /** States in which the case deadline runs. */
    static final Set<CaseState> UNDER_DEADLINE = EnumSet.of(CONFIRMED, PLANNING, PLAN_SUBMITTED, RECTIFYING,
            SELF_CHECKED, ACCEPTANCE);

    /** States in which problems are worked on. */
    static final Set<CaseState> IN_WORK = EnumSet.of(RECTIFYING, SELF_CHECKED);

    /** Names of all states. */
    static final Set<String> NAMES = Stream.of(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    /** SQL condition on the row of a case that its deadline runs. */
    static String underDeadline(String alias) {
        return alias + ".state IN (" + UNDER_DEADLINE.stream().map(state -> "'" + state.name() + "'").collect(
                Collectors.joining(", ")) + ")";
    }

    /** How late a case in this state is, by the columns of its row. */
    Lateness lateness(ResultSet row) throws SQLException {
        return new Lateness(UNDER_DEADLINE.contains(this), Columns.date(row, "deadline"), Columns.date(row, "warn_on"),
                Columns.date(row, "suspended_until"));
    }
}
