package org.zhengdun.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.deadlines.ChangeKind;
import org.zhengdun.deadlines.DeadlineKind;

class LadderTest {

    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final int TOWNSHIP = 4;
    private static final int COUNTY = 3;

    private static Ladder ladder(@Nullable LocalDate next) {
        return new Ladder(1, DeadlineKind.MEASURE, 9, next, List.of(new Ladder.Rung(RungKind.REMINDER, -7, TOWNSHIP),
                new Ladder.Rung(RungKind.REMINDER, 0, TOWNSHIP), new Ladder.Rung(RungKind.ESCALATION, 7, COUNTY)));
    }

    private static Ladder.Change change(ChangeKind kind, @Nullable LocalDate due, String on) {
        return new Ladder.Change(kind, due, 0, LocalDate.parse(on));
    }

    private static Ladder.Fired fired(LocalDate due, int offset) {
        return new Ladder.Fired(RungKind.REMINDER, due, offset, TOWNSHIP, Instant.EPOCH);
    }

    private static List<String> told(Ladder ladder, List<Ladder.Change> history, Ladder.Fired... fired) {
        return ladder.tell(history, List.of(fired)).stream().map(
                row -> row.plannedOn() + " " + row.kind() + " " + row.state()
                        + (row.cancelledBy() == null ? " to " + row.unitId() : " by " + row.cancelledBy())).toList();
    }

    @Test
    void everythingIsPlannedWhenTheDateIsSet() {
        assertThat(told(ladder(DUE.minusDays(7)), List.of(change(ChangeKind.SET, DUE, "2026-01-01")))).containsExactly(
                "2026-06-23 REMINDER PLANNED to 4", "2026-06-30 REMINDER PLANNED to 4",
                "2026-07-07 ESCALATION PLANNED to 3");
    }

    @Test
    void daysBeforeTheDateWasSetHaveNoRungs() {
        assertThat(told(ladder(DUE), List.of(change(ChangeKind.SET, DUE, "2026-06-28")))).containsExactly(
                "2026-06-30 REMINDER PLANNED to 4", "2026-07-07 ESCALATION PLANNED to 3");
    }

    @Test
    void fulfilmentCancelsWhatHasNotFired() {
        List<Ladder.Change> history = List.of(change(ChangeKind.SET, DUE, "2026-01-01"),
                change(ChangeKind.MET, DUE, "2026-06-25"));
        assertThat(told(ladder(null), history, fired(DUE, -7))).containsExactly("2026-06-23 REMINDER FIRED to 4",
                "2026-06-30 REMINDER CANCELLED by MET", "2026-07-07 ESCALATION CANCELLED by MET");
    }

    @Test
    void anExtensionCancelsTheOldRungsAndPlansNewOnes() {
        LocalDate later = DUE.plusDays(30);
        List<Ladder.Change> history = List.of(change(ChangeKind.SET, DUE, "2026-01-01"),
                change(ChangeKind.EXTENDED, later, "2026-06-25"));
        assertThat(told(ladder(later.minusDays(7)), history, fired(DUE, -7))).containsExactly(
                "2026-06-23 REMINDER FIRED to 4", "2026-06-30 REMINDER CANCELLED by EXTENDED",
                "2026-07-07 ESCALATION CANCELLED by EXTENDED", "2026-07-23 REMINDER PLANNED to 4",
                "2026-07-30 REMINDER PLANNED to 4", "2026-08-06 ESCALATION PLANNED to 3");
    }

    @Test
    void noRungFallsIntoASuspension() {
        LocalDate later = DUE.plusDays(30);
        List<Ladder.Change> history = List.of(change(ChangeKind.SET, DUE, "2026-01-01"),
                new Ladder.Change(ChangeKind.SUSPENDED, later, 30, LocalDate.of(2026, 6, 25)),
                change(ChangeKind.MET, later, "2026-07-26"));
        assertThat(told(ladder(null), history, fired(DUE, -7))).containsExactly("2026-06-23 REMINDER FIRED to 4",
                "2026-06-30 REMINDER CANCELLED by SUSPENDED", "2026-07-07 ESCALATION CANCELLED by SUSPENDED",
                "2026-07-30 REMINDER CANCELLED by MET", "2026-08-06 ESCALATION CANCELLED by MET");
    }

    @Test
    void aReopenedDeadlinePlansAgainWhatWasCancelled() {
        List<Ladder.Change> history = List.of(change(ChangeKind.SET, DUE, "2026-01-01"),
                change(ChangeKind.MET, DUE, "2026-06-25"), change(ChangeKind.REOPENED, DUE, "2026-06-26"));
        assertThat(told(ladder(DUE), history, fired(DUE, -7))).containsExactly("2026-06-23 REMINDER FIRED to 4",
                "2026-06-30 REMINDER PLANNED to 4", "2026-06-30 REMINDER CANCELLED by MET",
                "2026-07-07 ESCALATION PLANNED to 3", "2026-07-07 ESCALATION CANCELLED by MET");
    }

    @Test
    void anotherUnitGetsRungsOfItsOwn() {
        List<Ladder.Change> history = List.of(change(ChangeKind.SET, DUE, "2026-01-01"),
                change(ChangeKind.REASSIGNED, DUE, "2026-06-25"));
        assertThat(told(ladder(DUE), history, fired(DUE, -7))).containsExactly("2026-06-23 REMINDER FIRED to 4",
                "2026-06-30 REMINDER PLANNED to 4", "2026-06-30 REMINDER CANCELLED by REASSIGNED",
                "2026-07-07 ESCALATION PLANNED to 3", "2026-07-07 ESCALATION CANCELLED by REASSIGNED");
    }

    @Test
    void settingTheSameDateAgainChangesNothing() {
        List<Ladder.Change> history = List.of(change(ChangeKind.SET, DUE, "2026-01-01"),
                change(ChangeKind.SET, DUE, "2026-06-25"));
        assertThat(told(ladder(DUE), history, fired(DUE, -7))).containsExactly("2026-06-23 REMINDER FIRED to 4",
                "2026-06-30 REMINDER PLANNED to 4", "2026-07-07 ESCALATION PLANNED to 3");
    }

    @Test
    void whatHasNoDateHasNoRungs() {
        assertThat(told(ladder(null), List.of(change(ChangeKind.SET, null, "2026-01-01")))).isEmpty();
    }
}
