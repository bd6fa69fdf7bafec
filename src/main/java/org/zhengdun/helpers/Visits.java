package org.zhengdun.helpers;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.time.Days;

/** Writes the rows of visits; every correction is a new row. */
@ApplicationScoped
class Visits {

    private final Jdbi jdbi;
    private final Days days;

    Visits(Jdbi jdbi, Days days) {
        this.jdbi = jdbi;
        this.days = days;
    }

    /** Whose visit it is, and of which case. */
    record Owner(long caseId, long accountId) {}

    /** The assignment under which the visit was made, and whether it had ended when the visit came in. */
    record Under(long helperId, boolean receivedLate) {}

    Optional<Owner> owner(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT case_id, account_id FROM visit WHERE id = :id").bind(
                        "id", id).map(
                                (row, context) -> new Owner(row.getLong("case_id"),
                                        row.getLong("account_id"))).findOne());
    }

    /** The assignment of the account to the case on that day. */
    Optional<Long> assignment(Owner owner, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT min(h.id) AS id FROM helper_assignment h JOIN rectification_case c ON c.id = h.case_id
                WHERE h.case_id = :case AND h.account_id = :account AND h.since <= :day
                  AND coalesce(h.until, :day) >= :day AND (c.created_at AT TIME ZONE 'Asia/Shanghai')::date <= :day
                HAVING min(h.id) IS NOT NULL""").bind("case", owner.caseId()).bind("account", owner.accountId()).bind(
                "day", day).mapTo(Long.class).findOne());
    }

    /** Whether the case was not there yet on that day. */
    boolean isBeforeCase(Owner owner, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT (created_at AT TIME ZONE 'Asia/Shanghai')::date > :day FROM rectification_case
                WHERE id = :case""").bind("case", owner.caseId()).bind("day", day).mapTo(Boolean.class).one());
    }

    void create(UUID id, Owner owner, Under under, VisitContent content) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO visit (id, case_id, account_id, helper_id, visited_on, versions, received_late)
                VALUES (:id, :case, :account, :helper, :day, 0, :late)""").bind("id", id).bind("case",
                owner.caseId()).bind(
                        "account", owner.accountId()).bind("helper", under.helperId()).bind("day",
                                content.visitedOn()).bind("late",
                                        under.receivedLate()).execute());
        write(id, under.helperId(), content, null);
    }

    /** Adds a version, numbered under the lock of the visit. */
    void write(UUID id, long helperId, VisitContent content, @Nullable String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                WITH changed AS (UPDATE visit SET versions = versions + 1, visited_on = :day, helper_id = :helper
                                 WHERE id = :id RETURNING id, versions)
                INSERT INTO visit_version (visit_id, version, visited_on, place, people, findings, photos, reason,
                                           recorded_at)
                SELECT id, versions, :day, :place, :people, :findings, :photos, :reason, :now FROM changed""").bind(
                "id",
                id).bind("helper", helperId).bind("day", content.visitedOn()).bind("place", content.place()).bind(
                        "people", content.people()).bind("findings", content.findings()).bind("photos",
                                content.photos().stream().mapToLong(Long::longValue).toArray()).bind("reason",
                                        reason).bind("now", days.now()).execute());
    }
}
