package org.zhengdun.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.ChangeKind;
import org.zhengdun.deadlines.DeadlineKind;
import org.zhengdun.shared.persistence.Columns;
import org.zhengdun.shared.persistence.Grouped;
import org.zhengdun.shared.time.Days;

/** Reads the rungs of a case in three statements. */
@ApplicationScoped
class RungQueries {

    private static final String LADDERS = """
            SELECT d.id, d.kind, d.subject_id, d.next_rung_on, d.reminders, d.escalations,
                   ARRAY(SELECT rung_unit(d.kind, d.ancestors, step)
                         FROM generate_series(0, cardinality(d.escalations)) step ORDER BY step) AS units
            FROM deadline d WHERE d.case_id = :case ORDER BY d.id""";
    private static final String CHANGES = """
            SELECT h.deadline_id, h.kind, h.new_due_on, h.days, h.at
            FROM deadline d JOIN deadline_change h ON h.deadline_id = d.id WHERE d.case_id = :case ORDER BY h.id""";
    private static final String FIRED = """
            SELECT r.deadline_id, r.kind, r.due_on, r.offset_days, r.unit_id, r.fired_at
            FROM deadline d JOIN rung r ON r.deadline_id = d.id WHERE d.case_id = :case ORDER BY r.id""";

    private final Jdbi jdbi;

    RungQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<RungRow> ofCase(long caseId) {
        return jdbi.withHandle(handle -> {
            Map<Long, List<Ladder.Change>> changes = grouped(handle, CHANGES, caseId, RungQueries::change);
            Map<Long, List<Ladder.Fired>> fired = grouped(handle, FIRED, caseId, RungQueries::fired);
            return handle.createQuery(LADDERS).bind("case", caseId).map((row, context) -> ladder(row)).stream().flatMap(
                    ladder -> ladder.tell(changes.getOrDefault(ladder.deadlineId(), List.of()),
                            fired.getOrDefault(ladder.deadlineId(), List.of())).stream()).sorted(
                                    Comparator.comparing(RungRow::plannedOn)).toList();
        });
    }

    private static <T> Map<Long, List<T>> grouped(Handle handle, String sql, long caseId, Grouped.RowValue<T> value) {
        return Grouped.by(handle.createQuery(sql).bind("case", caseId), "deadline_id", value);
    }

    private static Ladder ladder(ResultSet row) throws SQLException {
        int[] units = Columns.ints(row, "units");
        List<Ladder.Rung> rungs = new ArrayList<>();
        for (int days : Columns.ints(row, "reminders")) {
            rungs.add(new Ladder.Rung(RungKind.REMINDER, days, units[0]));
        }
        int[] escalations = Columns.ints(row, "escalations");
        for (int step = 1; step <= escalations.length; step++) {
            rungs.add(new Ladder.Rung(RungKind.ESCALATION, escalations[step - 1], units[step]));
        }
        return new Ladder(row.getLong("id"), DeadlineKind.valueOf(row.getString("kind")), row.getLong("subject_id"),
                Columns.date(row, "next_rung_on"), rungs);
    }

    private static Ladder.Change change(ResultSet row) throws SQLException {
        @Nullable
        Integer paused = Columns.integer(row, "days");
        ChangeKind kind = ChangeKind.valueOf(row.getString("kind"));
        return new Ladder.Change(kind, Columns.date(row, "new_due_on"),
                kind == ChangeKind.SUSPENDED && paused != null ? paused : 0,
                LocalDate.ofInstant(Columns.requiredInstant(row, "at"), Days.ZONE));
    }

    private static Ladder.Fired fired(ResultSet row) throws SQLException {
        return new Ladder.Fired(RungKind.valueOf(row.getString("kind")), Columns.requiredDate(row, "due_on"),
                row.getInt("offset_days"), row.getInt("unit_id"), Columns.requiredInstant(row, "fired_at"));
    }
}
