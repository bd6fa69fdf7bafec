package org.zhengdun.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhengdun.cases.CaseDetail.Accountable;
import org.zhengdun.cases.CaseDetail.EvidenceNote;
import org.zhengdun.cases.CaseDetail.MeasureDetail;
import org.zhengdun.cases.CaseDetail.ProblemDetail;
import org.zhengdun.cases.PlanChange.Difference;
import org.zhengdun.cases.PlanChange.Item;
import org.zhengdun.settings.MeasureKind;

/** What counts as a change of the plan, and its canonical text. */
class PlanTextTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 6, 30);
    private static final Accountable WANG = new Accountable("王委员", "副书记", "镇党委", START, null);

    private static MeasureDetail measure(long id, LocalDate due, Accountable... people) {
        return new MeasureDetail(id, MeasureKind.ORDINARY, "每月\"开会\"", null, START, due, due.plusDays(9),
                Measure.State.OPEN, null, false, null, null, List.of(people));
    }

    private static ProblemDetail problem(long id, @Nullable Instant doneAt, MeasureDetail... measures) {
        return new ProblemDetail(id, "W04", 1, false, "未开会\n半年", "走访",
                doneAt == null ? ProblemState.OPEN : ProblemState.DONE, null, null, null, null, doneAt, null,
                List.of(measures),
                doneAt == null ? List.of() : List.of(new EvidenceNote(1, "记录", DUE, doneAt)));
    }

    private static List<PlanChange> changes(List<ProblemDetail> approved, List<ProblemDetail> now) {
        return PlanChange.between(PlanText.of(approved), PlanText.of(now));
    }

    @Test
    void theTextHasItsKeysInOrderAndNoSpaces() {
        assertThat(PlanText.of(List.of(problem(3, null, measure(5, DUE, WANG)))).text()).isEqualTo(
                """
                        {"problems":[{"category":"W04","fact":"未开会\\n半年","id":3,"measures":[{"accountable":{"name":"王委员","post":"副书记","unit":"镇党委"},"description":"每月\\"开会\\"","id":5,"kind":"ORDINARY","originalDueOn":"2026-06-30","startsOn":"2026-03-01"}]}]}""");
    }

    @Test
    void theHashIsTheSha256OfTheText() {
        assertThat(PlanText.of(List.of()).hash()).isEqualTo(
                "aa390952e01e1064e20cc0c8f9c054cc264258d109f0166fcd62c8b11e4b7fc5");
    }

    @Test
    void progressEvidenceAndFormerPersonsAreNoChange() {
        Accountable former = new Accountable("李委员", "委员", "镇党委", START, START);
        assertThat(PlanText.of(List.of(problem(3, Instant.EPOCH, measure(5, DUE, former, WANG))))).isEqualTo(
                PlanText.of(List.of(problem(3, null, measure(5, DUE, WANG)))));
    }

    @Test
    void anotherDueDateAndAnotherPersonAreChanges() {
        Accountable chen = new Accountable("陈镇长", "镇长", "镇政府", START, null);
        assertThat(changes(List.of(problem(3, null, measure(5, DUE, WANG), measure(6, DUE, WANG))),
                List.of(problem(3, null, measure(5, DUE.plusDays(1), WANG), measure(6, DUE, chen))))).containsExactly(
                        new PlanChange(Item.MEASURE, 5, Difference.CHANGED, List.of("originalDueOn")),
                        new PlanChange(Item.MEASURE, 6, Difference.CHANGED, List.of("accountable")));
    }

    @Test
    void whatIsNewAndWhatIsGoneAreChanges() {
        assertThat(changes(List.of(problem(3, null, measure(5, DUE, WANG))),
                List.of(problem(3, null), problem(4, null, measure(7, DUE, WANG))))).containsExactly(
                        new PlanChange(Item.PROBLEM, 4, Difference.ADDED, List.of()),
                        new PlanChange(Item.MEASURE, 5, Difference.REMOVED, List.of()),
                        new PlanChange(Item.MEASURE, 7, Difference.ADDED, List.of()));
    }

    @Test
    void aPlanIsNeverStaleBeforeItsApproval() {
        List<ProblemDetail> plan = List.of(problem(3, null, measure(5, DUE, WANG)));
        assertThat(ApprovedPlans.isStale(null, plan)).isFalse();
        assertThat(ApprovedPlans.isStale(PlanText.of(plan).hash(), plan)).isFalse();
        assertThat(ApprovedPlans.isStale(PlanText.of(List.of()).hash(), plan)).isTrue();
    }
}
