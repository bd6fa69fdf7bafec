package org.zhengdun.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.zhengdun.catalogue.Department;

/** Suggests departments for a case from the categories of its problems: to help, to be asked, to be paired with. */
@ApplicationScoped
class DepartmentQueries {

    private static final String PARTS = """
            SELECT k.code, k.name_zh, k.name_en, k.code = c.main_category AS main, part.lead, part.department
            FROM rectification_case c
            JOIN LATERAL (SELECT c.main_category AS code, c.main_category_version AS version
                          UNION SELECT p.category, p.category_version FROM problem p WHERE p.case_id = c.id) used ON true
            JOIN category k ON k.code = used.code AND k.version = used.version
            JOIN LATERAL (SELECT true AS lead, unnest(k.leads) AS department
                          UNION ALL SELECT false, unnest(k.supports)) part ON true
            WHERE c.id = :case ORDER BY main DESC, part.lead DESC, k.code, k.version""";

    private final Jdbi jdbi;

    DepartmentQueries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Departments, the most concerned first. */
    @Schema(name = "DepartmentSuggestions")
    record Suggestions(List<Suggestion> items) {}

    /** A department with the reasons for it. */
    @Schema(name = "DepartmentSuggestion")
    record Suggestion(Department department,
            @Schema(description = "Place in the order, from 1; equally concerned departments share one") int rank,
            List<Reason> reasons) {

        private static final Comparator<List<Reason>> CONCERN = Comparator.<List<Reason>>comparingLong(
                reasons -> reasons.stream().filter(
                        reason -> reason.main() && reason.leads()).count()).thenComparingLong(
                                reasons -> reasons.stream().filter(Reason::leads).count()).thenComparingLong(
                                        reasons -> reasons.stream().filter(Reason::main).count()).thenComparingLong(
                                                List::size).reversed();
    }

    /** Why a department is suggested. */
    @Schema(name = "DepartmentReason")
    record Reason(String category, String categoryName,
            @Schema(description = "Whether it is the main category of the case") boolean main,
            @Schema(description = "Whether the department leads the work on such problems, or supports it") boolean leads) {}

    /** First who leads the main category, then who leads more of the others, then who supports. */
    Suggestions of(long caseId, boolean english) {
        Map<Department, List<Reason>> reasons = new EnumMap<>(Department.class);
        jdbi.useHandle(handle -> handle.createQuery(PARTS).bind("case", caseId).map((row, context) -> {
            Reason reason = new Reason(row.getString("code"), row.getString(english ? "name_en" : "name_zh"),
                    row.getBoolean("main"), row.getBoolean("lead"));
            return reasons.computeIfAbsent(Department.valueOf(row.getString("department")),
                    any -> new ArrayList<>()).add(reason);
        }).list());
        return ranked(reasons);
    }

    static Suggestions ranked(Map<Department, List<Reason>> reasons) {
        List<Suggestion> ranked = new ArrayList<>();
        List<Map.Entry<Department, List<Reason>>> sorted = reasons.entrySet().stream().sorted(
                Map.Entry.comparingByValue(Suggestion.CONCERN)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            List<Reason> own = sorted.get(i).getValue();
            boolean tied = i > 0 && Suggestion.CONCERN.compare(sorted.get(i - 1).getValue(), own) == 0;
            int rank = tied ? ranked.getLast().rank() : i + 1;
            ranked.add(new Suggestion(sorted.get(i).getKey(), rank, List.copyOf(own)));
        }
        return new Suggestions(List.copyOf(ranked));
    }
}
