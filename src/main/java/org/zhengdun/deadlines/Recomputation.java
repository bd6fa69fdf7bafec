package org.zhengdun.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.Unit;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.time.Days;

/**
 * Counts open dates again when a calendar arrives: once for each province, start and budget. Suspended days stay; a date that
 * was extended was decided and stays too, and one that has passed stays passed.
 */
@ApplicationScoped
class Recomputation {

    private static final String TOUCHED = """
            state = 'OPEN' AND budget_unit = 'WORKING_DAYS' AND extensions = 0
            AND due_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date AND starts_on <= :last AND base_on >= :first\s""";
    private static final String GROUPS = """
            SELECT a1, starts_on, budget FROM deadline
            WHERE %s AND (:province::integer IS NULL OR a1 = :province::integer) GROUP BY a1, starts_on, budget""".formatted(
            TOUCHED);
    private static final String APPLY = """
            WITH former AS (SELECT id, due_on FROM deadline WHERE %s AND a1 IS NOT DISTINCT FROM :province::integer
                                AND starts_on = :starts AND budget = :budget FOR UPDATE),
            moved AS (UPDATE deadline d SET base_on = :due, calendars = :calendars, provisional = :provisional,
                          changed_at = :now
                      FROM former f WHERE d.id = f.id AND (d.base_on <> :due OR d.provisional <> :provisional
                          OR d.calendars <> :calendars) RETURNING d.id, d.case_id, f.due_on AS old, d.due_on AS new),
            raised AS (UPDATE rectification_case SET version = version + 1
                       WHERE id IN (SELECT case_id FROM moved WHERE case_id IS NOT NULL))
            INSERT INTO deadline_change (deadline_id, kind, old_due_on, new_due_on, at, account_id)
            SELECT id, 'RECOMPUTED', old, new, change_instant(), :by::bigint FROM moved""".formatted(TOUCHED);

    private final Jdbi jdbi;
    private final Calendars calendars;
    private final Days days;

    Recomputation(Jdbi jdbi, Calendars calendars, Days days) {
        this.jdbi = jdbi;
        this.calendars = calendars;
        this.days = days;
    }

    private record Group(@Nullable Integer province, LocalDate startsOn, int budget) {}

    /** Counts again what lies under the unit and touches the year. */
    void run(Unit unit, int year, Note note) {
        Integer province = unit.kind() == UnitKind.NATION ? null : unit.id();
        List<Group> groups = jdbi.withHandle(handle -> handle.createQuery(GROUPS).bind("province", province).bind(
                "first", Year.of(year).atDay(1)).bind("last", LocalDate.of(year, 12, 31)).map(
                        (row, context) -> group(row)).list());
        groups.forEach(group -> apply(unit.path()[0], group, year, note));
    }

    private void apply(int root, Group group, int year, Note note) {
        int[] place = group.province() == null ? new int[]{root} : new int[]{root, group.province()};
        Due due = calendars.workingDays(place, group.startsOn(), group.budget()).after(group.startsOn(),
                group.budget());
        jdbi.useHandle(handle -> handle.createUpdate(APPLY).bind("province", group.province()).bind("starts",
                group.startsOn()).bind("budget", group.budget()).bind("first", Year.of(year).atDay(1)).bind("last",
                        LocalDate.of(year, 12, 31)).bind("due", due.on()).bindArray("calendars", Long.class,
                                due.calendars()).bind("provisional", due.provisional()).bind("now", days.now()).bind(
                                        "by", note.accountId()).execute());
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(Columns.integer(row, "a1"), Columns.requiredDate(row, "starts_on"), row.getInt("budget"));
    }
}
