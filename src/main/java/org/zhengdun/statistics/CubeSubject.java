package org.zhengdun.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;

/** What a file of figures is about, so that it says so itself and no two of them have one name. */
record CubeSubject(CubeAnswer answer, CubeWords words) {

    private static final String NOW = "NOW";

    String fileName() {
        StringBuilder name = new StringBuilder("cube-").append(answer.unit().code()).append('-').append(span());
        filters().forEach(filter -> name.append('-').append(filter.items().getFirst().code()));
        if (answer.query().asOf() != null) {
            name.append("-asof-").append(answer.query().asOf());
        }
        if (answer.isCompared()) {
            name.append("-vs-").append(moment(answer.query().compareTo()));
        }
        return name.toString();
    }

    /** Unit, period, what is filtered by, and the moments. */
    List<Dimension> dimensions() {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(one("unit", words.unit(), Role.GEO, answer.unit().code(), answer.unit().name()));
        String days = answer.query().from() + "/" + answer.query().to();
        Integer year = answer.query().year();
        dimensions.add(one("period", words.period(), Role.TIME, days, year == null ? days : words.year(year)));
        filters().forEach(filter -> {
            CubeItem item = filter.items().getFirst();
            dimensions.add(one("only-" + filter.dimension(), words.only(filter.label()), null, item.code(),
                    item.label()));
        });
        Instant asOf = answer.query().asOf();
        if (asOf != null) {
            dimensions.add(one("asOf", words.asOf(), null, asOf.toString(), asOf.toString()));
        }
        if (answer.isCompared()) {
            String moment = moment(answer.query().compareTo());
            dimensions.add(one("compareTo", words.comparedWith(), null, moment,
                    moment.equals(NOW) ? words.now() : moment));
        }
        return dimensions;
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? NOW : moment.toString();
    }

    private String span() {
        CubeAnswer.CubeEcho query = answer.query();
        if (query.year() != null) {
            return query.year().toString();
        }
        return query.round() != null
                ? "round"
                : YearMonth.from(query.from()) + "-" + YearMonth.from(query.to());
    }

    private List<CubeAnswer.CubeAxis> filters() {
        List<CubeAnswer.CubeAxis> filters = answer.filters();
        return filters == null ? List.of() : filters;
    }

    private static Dimension one(String code, String label, @Nullable Role role, String category, String text) {
        return new Dimension(code, label, role, List.of(new Category(category, text)));
    }
}
