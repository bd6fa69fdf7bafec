package org.zhengdun.statistics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.problem.Invalid;
import org.zhengdun.shared.problem.ProblemException;
import org.zhengdun.shared.security.Caller;
import org.zhengdun.shared.security.Permission;
import org.zhengdun.shared.web.Page;

/**
 * What external clients, who have nothing but the role of statistics, see of figures; the one step between figures and answer
 * (docs/adr/0024).
 */
@RequestScoped
class Disclosure {

    static final Set<Dimension> SENSITIVE = EnumSet.of(Dimension.CATEGORY, Dimension.PROBLEM_CATEGORY);
    private static final Set<OrgLevel> LEVELS = EnumSet.of(OrgLevel.CITY, OrgLevel.COUNTY);
    private static final String COARSE = "disclosure.coarse";
    private static final String HIDDEN = "*";

    private final Caller caller;
    private final CategoryCounts counts;
    private final PublicCategoryItems items;

    Disclosure(Caller caller, CategoryCounts counts, PublicCategoryItems items) {
        this.caller = caller;
        this.counts = counts;
        this.items = items;
    }

    /** The answer as the caller may see it. */
    CubeAnswer protect(CubeQuery query, CubeAnswer answer) {
        if (!isExternal(query)) {
            return answer;
        }
        requireCoarse(query, answer);
        if (!(query.scene().span() instanceof Span.OfYear year) || !isByCategory(query)) {
            return answer.with(withoutRestricted(query, answer.cells()), withoutRestricted(query, answer.totals()));
        }
        return new CategoryTable(query, answer, counts.of(query.scene().unit(), year.year()), items.all()).answer();
    }

    /** What is never shown of restricted matters has no axis for external clients: its items would tell where there are any. */
    void requireAxes(CubeQuery query) {
        if (!query.axes().isEmpty() && query.measures().stream().anyMatch(Indicator::restricted)
                && isExternal(query)) {
            throw ProblemException.ruleViolated("restricted-rows");
        }
    }

    /** Refuses the rows behind figures of restricted matters to external clients. */
    void requireRows(CubeQuery query) {
        if (isExternal(query) && (query.filter().category() != null
                || query.measures().stream().anyMatch(Indicator::restricted)
                || query.axes().stream().anyMatch(axis -> SENSITIVE.contains(axis.dimension())))) {
            throw ProblemException.ruleViolated("restricted-rows");
        }
    }

    /** The rows without what tells the category of a problem or the kind of a measure. */
    Page<FigureRow> protect(CubeQuery query, Page<FigureRow> page) {
        return isExternal(query) ? unlabelled(page) : page;
    }

    static Page<FigureRow> unlabelled(Page<FigureRow> page) {
        return new Page<>(page.items().stream().map(row -> row.labelled(HIDDEN)).toList(), page.next());
    }

    boolean isExternal(CubeQuery query) {
        return caller.isExternal(Permission.STATISTICS_READ, query.scene().unit().path());
    }

    private static boolean isByCategory(CubeQuery query) {
        return query.axes().stream().anyMatch(axis -> axis.dimension() == Dimension.CATEGORY);
    }

    /** Refuses questions about categories that are finer than the one table that is kept safe. */
    private static void requireCoarse(CubeQuery query, CubeAnswer answer) {
        List<Invalid> errors = new ArrayList<>();
        refuse(query.filter().category() != null, "?category", errors);
        axis("?rows", query.rows(), query, errors);
        axis("?columns", query.columns(), query, errors);
        if (isByCategory(query)) {
            refuse(!ShownCategories.are(query.scene().unit().kind()), "?unit", errors);
            refuse(query.measures().stream().anyMatch(measure -> measure.numerator() != CaseIndicators.LISTED
                    || measure.denominator() != null), "?measures", errors);
            refuse(!(query.scene().span() instanceof Span.OfYear), "?year", errors);
            refuse(query.scene().asOf().isPast(), "?asOf", errors);
            refuse(answer.isCompared(), "?compareTo", errors);
            refuse(query.filter().branchKind() != null, "?branchKind", errors);
            refuse(query.filter().state() != null, "?state", errors);
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static void axis(String pointer, @Nullable Axis axis, CubeQuery query, List<Invalid> errors) {
        if (axis != null) {
            boolean coarse = axis.dimension() == Dimension.CATEGORY
                    || axis.level() != null && LEVELS.contains(axis.level());
            refuse(axis.dimension() == Dimension.PROBLEM_CATEGORY || isByCategory(query) && !coarse, pointer, errors);
        }
    }

    private static void refuse(boolean refused, String pointer, List<Invalid> errors) {
        if (refused) {
            errors.add(Invalid.of(pointer, COARSE));
        }
    }

    private static List<CubeCell> withoutRestricted(CubeQuery query, List<CubeCell> cells) {
        Set<String> restricted = Set.copyOf(query.measures().stream().filter(Indicator::restricted).map(
                Indicator::code).toList());
        return cells.stream().map(cell -> restricted.contains(cell.measure())
                ? CubeCell.suppressed(cell.row(), cell.column(), cell.measure())
                : cell).toList();
    }
}
