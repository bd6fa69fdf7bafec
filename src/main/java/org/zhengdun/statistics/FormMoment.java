package org.zhengdun.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;

/** Says in a file of a form of which moment it is, when one was asked for. */
final class FormMoment {

    /** After unit and period. */
    private static final int PLACE = 2;

    private FormMoment() {}

    static Dataset dataset(Dataset form, @Nullable Instant asOf) {
        if (asOf == null) {
            return form;
        }
        String moment = asOf.toString();
        List<Dimension> dimensions = new ArrayList<>(form.dimensions());
        dimensions.add(PLACE, new Dimension("asOf", "时点", null, List.of(new Category(moment, moment))));
        return new Dataset(form.name() + "-asof-" + moment, form.label(), form.updated(), form.computedAt(), dimensions,
                form.values(), form.status());
    }
}
