package org.zhengdun.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.zhengdun.catalogue.Department;
import org.zhengdun.shared.problem.Invalid;

class OpinionStatusTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 20);

    @Test
    void anOpinionIsOpenUntilTheEndOfItsDueDay() {
        assertThat(OpinionStatus.of(DUE, null, false, DUE)).isEqualTo(OpinionStatus.OPEN);
        assertThat(OpinionStatus.of(DUE, null, false, DUE.plusDays(1))).isEqualTo(OpinionStatus.OVERDUE);
    }

    @Test
    void anAnswerAfterTheDueDayIsLateForEver() {
        assertThat(OpinionStatus.of(DUE, DUE, true, DUE.plusYears(1))).isEqualTo(OpinionStatus.ANSWERED);
        assertThat(OpinionStatus.of(DUE, DUE.plusDays(1), false, DUE.plusDays(1))).isEqualTo(
                OpinionStatus.ANSWERED_LATE);
    }

    @Test
    void whatIsNotGivenBeforeTheDecisionIsMissing() {
        assertThat(OpinionStatus.of(DUE, null, true, DUE.minusDays(1))).isEqualTo(OpinionStatus.MISSING);
    }

    @Test
    void eachDepartmentIsAskedOnceAndNotForYesterday() {
        OpinionsRequest request = new OpinionsRequest(
                List.of(Department.POLICE, Department.AUDIT, Department.POLICE), DUE.minusDays(1));
        assertThat(request.invalid(DUE)).extracting(Invalid::pointer).containsExactly("/departments/2", "/dueOn");
        assertThat(new OpinionsRequest(List.of(Department.POLICE), DUE).invalid(DUE)).isEmpty();
    }

    @Test
    void onlyAgreementNeedsNoWords() {
        assertThat(new AnswerRequest(Answer.AGREE, null).invalid()).isEmpty();
        assertThat(new AnswerRequest(Answer.DISAGREE, " ").invalid()).extracting(Invalid::pointer).containsExactly(
                "/text");
        assertThat(new AnswerRequest(Answer.SUPPLEMENT, "信访件三件").invalid()).isEmpty();
    }
}
