package org.zhengdun.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.zhengdun.deadlines.ChangeKind;
import org.zhengdun.deadlines.DeadlineKind;

/**
 * The rungs of one deadline, told from what fired and from the history of its date: nothing is stored about a rung that
 * has not fired.
 *
 * @param nextRungOn day of the next rung; null when none is planned
 * @param rungs      what fires how many days from a due date
 */
record Ladder(long deadlineId, DeadlineKind kind, long subjectId, @Nullable LocalDate nextRungOn, List<Rung> rungs) {

    /** A rung of every due date of the deadline, and the unit that is told. */
    record Rung(RungKind kind, int offsetDays, int unitId) {}

    /** A rung that fired. */
    record Fired(RungKind kind, LocalDate dueOn, int offsetDays, int unitId, Instant at) {}

    /**
     * A change of the date or the end of the deadline.
     *
     * @param pausedDays days on which the clock stands still from then on
     */
    record Change(ChangeKind kind, @Nullable LocalDate dueOn, int pausedDays, LocalDate on) {}

    /** While the deadline ran with one due date. */
    private record Period(LocalDate dueOn, LocalDate from) {}

    private record Key(LocalDate dueOn, RungKind kind, int offsetDays) {}

    /** Every rung: fired, planned, or cancelled with the reason, in the order of their days. */
    List<RungRow> tell(List<Change> history, List<Fired> fired) {
        Set<Key> done = new HashSet<>();
        List<RungRow> rows = new ArrayList<>();
        for (Fired rung : fired) {
            done.add(new Key(rung.dueOn(), rung.kind(), rung.offsetDays()));
            rows.add(row(rung.dueOn(), new Rung(rung.kind(), rung.offsetDays(), rung.unitId()), RungState.FIRED,
                    rung.at(), null));
        }
        Period open = null;
        for (Change change : history) {
            if (open != null && !continues(open, change)) {
                addCancelled(open, change, done, rows);
                open = null;
            }
            if (open == null) {
                open = opened(change);
            }
        }
        if (open != null) {
            addPlanned(open.dueOn(), done, rows);
        }
        rows.sort(Comparator.comparing(RungRow::plannedOn).thenComparing(RungRow::kind).thenComparing(RungRow::state));
        return rows;
    }

    private static boolean continues(Period open, Change change) {
        return !ends(change) && change.kind() != ChangeKind.REASSIGNED && open.dueOn().equals(change.dueOn());
    }

    private static boolean ends(Change change) {
        return change.kind() == ChangeKind.MET || change.kind() == ChangeKind.CANCELLED;
    }

    private static @Nullable Period opened(Change change) {
        return ends(change) || change.dueOn() == null
                ? null
                : new Period(change.dueOn(), change.on().plusDays(Math.max(0, change.pausedDays())));
    }

    private void addCancelled(Period period, Change by, Set<Key> done, List<RungRow> rows) {
        for (Rung rung : rungs) {
            boolean planned = !period.dueOn().plusDays(rung.offsetDays()).isBefore(period.from());
            if (planned && !done.contains(new Key(period.dueOn(), rung.kind(), rung.offsetDays()))) {
                rows.add(row(period.dueOn(), rung, RungState.CANCELLED, null, by));
            }
        }
    }

    private void addPlanned(LocalDate dueOn, Set<Key> done, List<RungRow> rows) {
        for (Rung rung : rungs) {
            boolean ahead = nextRungOn != null && !dueOn.plusDays(rung.offsetDays()).isBefore(nextRungOn);
            if (ahead && !done.contains(new Key(dueOn, rung.kind(), rung.offsetDays()))) {
                rows.add(row(dueOn, rung, RungState.PLANNED, null, null));
            }
        }
    }

    private RungRow row(LocalDate dueOn, Rung rung, RungState state, @Nullable Instant firedAt, @Nullable Change by) {
        return new RungRow(deadlineId, kind, subjectId, dueOn, rung.kind(), rung.offsetDays(),
                dueOn.plusDays(rung.offsetDays()), state, by == null ? rung.unitId() : null, firedAt,
                by == null ? null : by.kind(), by == null ? null : by.on());
    }
}
