package org.zhengdun.statistics;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.zhengdun.organization.UnitKind;
import org.zhengdun.shared.problem.ProblemException;

/**
 * The condition that a row of a source belongs to an item of an axis.
 *
 * @param name {@code row} or {@code column}, also the name of the SQL parameter
 */
record ItemCondition(String name, CubeQuery query, FactSource source) {

    private static final String UNIT = "(SELECT id FROM org_unit WHERE code = :%s)";

    /** The condition, beginning with AND, or nothing for all items; what it names is added to the values. */
    String of(@Nullable Axis axis, @Nullable String code, Map<String, Object> values) {
        if (code == null) {
            return "";
        }
        if (axis == null) {
            throw ProblemException.invalid("?" + name, "figures.item-without-axis", name + "s");
        }
        boolean rest = code.equals(Figures.NONE);
        if (!rest) {
            values.put(name, value(axis.dimension(), code));
        }
        if (axis.level() == null) {
            String column = Objects.requireNonNull(source.columns().get(axis.dimension()));
            return " AND " + column + (rest ? " IS NULL" : " = :" + name);
        }
        List<String> columns = axis.level().columns(source.place(), query.scene().unit(), query.scene().asOf());
        return " AND " + (rest
                ? rest(columns, axis.level().kind())
                : UNIT.formatted(name) + " IN (" + String.join(", ",
                        columns) + ")");
    }

    private static String rest(List<String> columns, @Nullable UnitKind kind) {
        return kind == null
                ? columns.getFirst() + " IS NULL"
                : "NOT EXISTS (SELECT FROM org_unit k WHERE k.kind = '" + kind + "' AND k.id IN (" + String.join(", ",
                        columns) + "))";
    }

    private Object value(Dimension dimension, String code) {
        try {
            return switch (dimension) {
                case MONTH -> Span.number(YearMonth.parse(code));
                case ROUND -> Long.valueOf(code);
                default -> code;
            };
        } catch (DateTimeParseException | NumberFormatException unreadable) {
            throw ProblemException.invalid("?" + name, "figures.item-unreadable", dimension.code());
        }
    }
}
