package org.zhengdun.statistics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.persistence.AsOf;

/**
 * A table of figures as asked for.
 *
 * @param rows    what its rows are; null when it has one row
 * @param columns what its columns are; null when it has one column
 */
record CubeQuery(Scene scene, List<Indicator> measures, @Nullable Axis rows, @Nullable Axis columns,
        FigureFilter filter) {

    CubeQuery at(AsOf moment) {
        return new CubeQuery(new Scene(scene.unit(), scene.span(), moment), measures, rows, columns, filter);
    }

    /** Everything that is to be counted, once. */
    Set<Part> parts() {
        return measures.stream().flatMap(measure -> measure.parts().stream()).collect(
                Collectors.toCollection(LinkedHashSet::new));
    }

    List<Axis> axes() {
        return Stream.concat(Stream.ofNullable(rows), Stream.ofNullable(columns)).toList();
    }
}
