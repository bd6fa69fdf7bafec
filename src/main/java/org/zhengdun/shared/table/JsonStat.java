package org.zhengdun.shared.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.shared.table.Dataset.Role;

/** A dataset in the shape of JSON-stat 2.0. */
record JsonStat(String version, @JsonProperty("class") String kind, String label, Instant updated,
        List<String> id,
        List<Integer> size, Map<String, List<String>> role, Map<String, Axis> dimension,
        List<@Nullable BigDecimal> value, @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> status,
        Computed extension) {

    /** One dimension. */
    record Axis(String label, Categories category) {}

    /** Codes in order, and their labels. */
    record Categories(List<String> index, Map<String, String> label) {}

    /** What the format has no word for. */
    record Computed(Instant computedAt) {}

    static JsonStat of(Dataset dataset) {
        List<Dimension> dimensions = dataset.dimensions();
        Map<String, Axis> axes = new LinkedHashMap<>();
        dimensions.forEach(dimension -> axes.put(dimension.code(), new Axis(dimension.label(), categories(dimension))));
        Map<String, String> status = new TreeMap<>();
        dataset.status().forEach((place, reason) -> status.put(place.toString(), reason));
        return new JsonStat("2.0", "dataset", dataset.label(), dataset.updated(),
                dimensions.stream().map(Dimension::code).toList(),
                dimensions.stream().map(dimension -> dimension.categories().size()).toList(), roles(dimensions), axes,
                dataset.values(), status, new Computed(dataset.computedAt()));
    }

    private static Categories categories(Dimension dimension) {
        Map<String, String> labels = new LinkedHashMap<>();
        dimension.categories().forEach(category -> labels.put(category.code(), category.label()));
        return new Categories(dimension.categories().stream().map(Category::code).toList(), labels);
    }

    private static Map<String, List<String>> roles(List<Dimension> dimensions) {
        return dimensions.stream().filter(dimension -> dimension.role() != null).collect(
                Collectors.groupingBy(dimension -> name(dimension.role()), TreeMap::new,
                        Collectors.mapping(Dimension::code, Collectors.toList())));
    }

    private static String name(@Nullable Role role) {
        return String.valueOf(role).toLowerCase(Locale.ROOT);
    }
}
