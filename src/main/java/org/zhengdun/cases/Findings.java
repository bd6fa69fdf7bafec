package org.zhengdun.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.zhengdun.catalogue.Categories;
import org.zhengdun.catalogue.Category;
import org.zhengdun.organization.Units;
import org.zhengdun.shared.time.Days;
import org.zhengdun.verification.AcceptanceResult;
import org.zhengdun.verification.LookBacks.Relapse;

/** Turns what a check or look-back found into work (docs/domain.md section 4, rules 12 to 14). */
@ApplicationScoped
class Findings {

    private static final String CONSOLIDATION = "巩固任务";
    private static final String OPEN = """
            INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                                 pending_reason, created_at, due_on, check_id, check_item)
            SELECT c.id, c.ancestors, k.code, k.version, k.restricted, i.fact, :source || '/' || i.item, 'OPEN',
                   :pending::text, :now, :due, :check, i.item
            FROM rectification_case c
            JOIN category k ON k.code = coalesce(:category::text, c.main_category)
                           AND k.version = coalesce(:version::integer, c.main_category_version),
                 unnest(:items, :facts) WITH ORDINALITY i(item, fact, place)
            WHERE c.id = :case ORDER BY i.place""";
    private static final String RELAPSED = """
            INSERT INTO problem (case_id, ancestors, category, category_version, restricted, fact, source, state,
                                 created_at, due_on, look_back_id)
            SELECT c.id, c.ancestors, k.code, k.version, k.restricted, :fact, :source, 'OPEN', :now, :due, :lookBack
            FROM rectification_case c
            JOIN category k ON k.code = coalesce(:category::text, c.main_category)
                           AND k.version = coalesce(:version::integer, c.main_category_version)
            WHERE c.id = :case""";

    private final Jdbi jdbi;
    private final RoundRules rules;
    private final Categories categories;
    private final Units units;
    private final Days days;

    Findings(Jdbi jdbi, RoundRules rules, Categories categories, Units units, Days days) {
        this.jdbi = jdbi;
        this.rules = rules;
        this.categories = categories;
        this.units = units;
        this.days = days;
    }

    /**
     * What the opened problems have in common.
     *
     * @param category the main category of the case unless given
     * @param reason   why the county judged so; the problem where the check names no item
     */
    record Terms(@Nullable Category category, LocalDate dueOn, String reason) {}

    /** The category in words of the request, or 422 when it is not used at the branch. */
    @Nullable
    Category category(RectificationCase subject, @Nullable String code) {
        return code == null
                ? null
                : categories.usable(code, units.find(subject.branchId()).orElseThrow().path(),
                        TransitionField.CATEGORY.pointer());
    }

    /** One open problem per failed item; a check that failed without one leaves the reason of the verdict. */
    void open(long caseId, AcceptanceResult check, Terms terms) {
        List<Item> failed = check.failedItems(rules.of(caseId)).stream().map(
                item -> new Item(item.code(), item.fact())).toList();
        insert(caseId, check, failed.isEmpty() ? List.of(new Item("VERDICT", terms.reason())) : failed, terms, null);
    }

    /** One problem per task of consolidation: pending, because the case stays in acceptance until the second check. */
    void consolidate(long caseId, AcceptanceResult check, List<String> tasks, LocalDate secondCheckOn) {
        List<Item> items = IntStream.range(0, tasks.size()).mapToObj(
                place -> new Item("CONSOLIDATION/" + (place + 1), tasks.get(place))).toList();
        insert(caseId, check, items, new Terms(null, secondCheckOn, ""), CONSOLIDATION);
    }

    /** The facts of a look-back that found a relapse become a problem. */
    void relapsed(long caseId, Relapse relapse, Terms terms) {
        Category category = terms.category();
        jdbi.useHandle(handle -> handle.createUpdate(RELAPSED).bind("case", caseId).bind("fact",
                relapse.facts()).bind("source", relapse.source()).bind("lookBack", relapse.lookBackId()).bind("now",
                        days.now()).bind("due", terms.dueOn()).bind("category",
                                category == null ? null : category.code()).bind("version",
                                        category == null ? null : category.version()).execute());
    }

    /** What was listed pending must be explained anew. */
    void forgetPending(long caseId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE problem SET pending_reason = NULL
                WHERE case_id = :case AND pending_reason IS NOT NULL""").bind("case", caseId).execute());
    }

    private record Item(String code, String fact) {}

    private void insert(long caseId, AcceptanceResult check, List<Item> items, Terms terms,
            @Nullable String pending) {
        Category category = terms.category();
        jdbi.useHandle(handle -> handle.createUpdate(OPEN).bind("case", caseId).bind("source",
                check.source()).bind("check", check.checkId()).bind("pending", pending).bind("now", days.now()).bind(
                        "due", terms.dueOn()).bind("category", category == null ? null : category.code()).bind(
                                "version", category == null ? null : category.version()).bindArray("items",
                                        String.class, items.stream().map(Item::code).toList()).bindArray("facts",
                                                String.class, items.stream().map(Item::fact).toList()).execute());
    }
}
