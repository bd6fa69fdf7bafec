package org.zhengdun.cases;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.security.Acting;
import org.zhengdun.shared.time.Days;

/** Keeps the text of each approved plan and compares the plan as it stands with it (docs/domain.md section 4, rule 7). */
@ApplicationScoped
class ApprovedPlans {

    private final Jdbi jdbi;
    private final CaseParts parts;
    private final Days days;

    ApprovedPlans(Jdbi jdbi, CaseParts parts, Days days) {
        this.jdbi = jdbi;
        this.parts = parts;
        this.days = days;
    }

    /** Keeps the plan as it stands and returns its hash. */
    String approve(long caseId, Acting acting) {
        PlanText plan = PlanText.of(parts.problems(caseId));
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO approved_plan (case_id, hash, plan, approved_at, approved_by)
                VALUES (:case, :hash, :plan, :at, :by)""").bind("case", caseId).bind("hash", plan.hash()).bind("plan",
                plan.text()).bind("at", days.now()).bind("by", acting.accountId()).execute());
        return plan.hash();
    }

    /** Keeps on the case whether its plan, just written, still is the approved one. */
    void compare(RectificationCase subject) {
        if (subject.planHash() != null) {
            subject.comparePlan(isStale(subject.planHash(), parts.problems(subject.caseId())));
        }
    }

    /** Whether the plan differs from the approved one; never while none was approved. */
    static boolean isStale(@Nullable String approvedHash, List<CaseDetail.ProblemDetail> problems) {
        return approvedHash != null && !approvedHash.equals(PlanText.of(problems).hash());
    }

    /** What differs from the approved plan; null while it is the approved one. */
    @Nullable
    List<PlanChange> changes(long caseId, @Nullable String approvedHash, List<CaseDetail.ProblemDetail> problems) {
        if (!isStale(approvedHash, problems)) {
            return null;
        }
        return PlanChange.between(approved(caseId, approvedHash).orElseGet(() -> PlanText.of(List.of())),
                PlanText.of(problems));
    }

    /** The plan of the case that was approved with this hash. */
    Optional<PlanText> approved(long caseId, @Nullable String hash) {
        return jdbi.withHandle(handle -> handle.createQuery(
                "SELECT plan FROM approved_plan WHERE case_id = :case AND hash = :hash ORDER BY id DESC LIMIT 1").bind(
                        "case", caseId).bind("hash", hash).mapTo(String.class).findOne()).map(PlanText::new);
    }
}
