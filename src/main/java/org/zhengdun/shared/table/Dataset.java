package org.zhengdun.shared.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Figures over dimensions, described once for all formats. What is constant, such as unit and period, is a dimension with one
 * category; files show the last dimension across and the others down.
 *
 * @param name       name of a file with these figures, without ending
 * @param label      title for people
 * @param updated    every change committed before this instant is counted
 * @param computedAt when the counting ended
 * @param values     row by row, the last dimension fastest; null where there is no figure or none may be shown
 * @param status     why a value is not shown, by its place among the values
 * @param language   of the labels, {@code en}; Chinese where it is absent
 */
public record Dataset(String name, String label, Instant updated, Instant computedAt, List<Dimension> dimensions,
        List<@Nullable BigDecimal> values, Map<Integer, String> status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String language) {

    /** Status of a value that is not shown because it could point at persons (docs/adr/0024). */
    public static final String SUPPRESSED = "suppressed";

    /** What a dimension is about, in the words of JSON-stat. */
    public enum Role {
        /** Periods. */
        TIME,
        /** Units of the organization tree. */
        GEO,
        /** What is counted. */
        METRIC
    }

    /** One dimension. */
    public record Dimension(String code, String label, @Nullable Role role, List<Category> categories) {

        public Dimension {
            categories = List.copyOf(categories);
        }

        /** Whether codes say something that the labels do not. */
        boolean isCoded() {
            return categories.stream().anyMatch(category -> !category.code().equals(category.label()));
        }

        boolean isConstant() {
            return categories.size() == 1;
        }
    }

    /** One category of a dimension. */
    public record Category(String code, String label) {}

    public Dataset {
        dimensions = List.copyOf(dimensions);
        values = Collections.unmodifiableList(values);
        status = Map.copyOf(status);
        int expected = dimensions.stream().mapToInt(dimension -> dimension.categories().size()).reduce(1,
                Math::multiplyExact);
        if (expected != values.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + expected + " cells");
        }
    }

    /** A table with Chinese labels. */
    public Dataset(String name, String label, Instant updated, Instant computedAt, List<Dimension> dimensions,
            List<@Nullable BigDecimal> values, Map<Integer, String> status) {
        this(name, label, updated, computedAt, dimensions, values, status, null);
    }

    /** The same figures in a file of another name. */
    public Dataset named(String other) {
        return new Dataset(other, label, updated, computedAt, dimensions, values, status, language);
    }

    /** The name with nothing in it that a file system or a header could misread. */
    String fileName(String ending) {
        return name.replaceAll("[^0-9A-Za-z_-]", "_") + "." + ending;
    }

    Dimension across() {
        return Objects.requireNonNull(dimensions.getLast());
    }

    List<Dimension> down() {
        return dimensions.subList(0, dimensions.size() - 1);
    }
}
