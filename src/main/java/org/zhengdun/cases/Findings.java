package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.zhengdun.shared.time.Days;
import org.zhengdun.verification.AcceptanceResult;
import org.zhengdun.verification.AcceptanceResult.FailedItem;

/** Turns what a check found into work (docs/domain.md section 4, rules 13 and 14). */
@ApplicationScoped
class Findings {

    private final Jdbi jdbi;
    private final RoundRules rules;
    private final Days days;

    Findings(Jdbi jdbi, RoundRules rules, Days days) {
        this.jdbi = jdbi;
        this.rules = rules;
        this.days = days;
    }

    /** One open problem of the main category per failed item, due on the new deadline. */
    void open(long caseId, AcceptanceResult check, LocalDate dueOn) {
        List<FailedItem> items = check.failedItems(rules.of(caseId));
        jdbi.useHandle(handle -> handle.createUpdate("""
                INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                                     created_at, due_on, check_id, check_item)
                SELECT c.id, c.ancestors, c.main_category, c.main_category_version, k.restricted, i.fact,
                       :source || '/' || i.code, 'OPEN', :now, :due, :check, i.code
                FROM rectification_case c
                JOIN category k ON k.code = c.main_category AND k.version = c.main_category_version,
                     unnest(:codes, :facts) WITH ORDINALITY i(code, fact, place)
                WHERE c.id = :case ORDER BY i.place""").bind("case", caseId).bind("source",
                check.source()).bind("now", days.now()).bind("due", dueOn).bind("check",
                        check.checkId()).bindArray("codes", String.class,
                                items.stream().map(FailedItem::code).toList()).bindArray("facts", String.class,
                                        items.stream().map(FailedItem::fact).toList()).execute());
    }

    /** What was listed pending must be explained anew. */
    void forgetPending(long caseId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE problem SET pending_reason = NULL
                WHERE case_id = :case AND pending_reason IS NOT NULL""").bind("case", caseId).execute());
    }
}
