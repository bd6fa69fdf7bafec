package org.zhengdun.snapshots;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Dataset.Dimension;
import org.zhengdun.snapshots.SnapshotDetail.CellChange;

/** What differs between two tables, cell by cell, matched by the codes of the categories. */
final class CellChanges {

    private CellChanges() {}

    static List<CellChange> between(Dataset first, Dataset second) {
        Map<Map<String, String>, @Nullable BigDecimal> before = cells(first);
        Map<Map<String, String>, @Nullable BigDecimal> after = cells(second);
        List<CellChange> changes = new ArrayList<>();
        after.forEach((cell, value) -> add(cell, before.get(cell), value, changes));
        before.forEach((cell, value) -> {
            if (!after.containsKey(cell)) {
                add(cell, value, null, changes);
            }
        });
        return changes;
    }

    private static void add(Map<String, String> cell, @Nullable BigDecimal before, @Nullable BigDecimal after,
            List<CellChange> changes) {
        if (before == null || after == null) {
            if (before != after) {
                changes.add(new CellChange(cell, before, after, null));
            }
        } else if (before.compareTo(after) != 0) {
            changes.add(new CellChange(cell, before, after, after.subtract(before)));
        }
    }

    private static Map<Map<String, String>, @Nullable BigDecimal> cells(Dataset dataset) {
        Map<Map<String, String>, @Nullable BigDecimal> cells = new LinkedHashMap<>();
        for (int place = 0; place < dataset.values().size(); place++) {
            cells.put(codes(dataset.dimensions(), place), dataset.values().get(place));
        }
        return cells;
    }

    private static Map<String, String> codes(List<Dimension> dimensions, int place) {
        Map<String, String> codes = new TreeMap<>();
        int rest = place;
        for (Dimension dimension : dimensions.reversed()) {
            int size = dimension.categories().size();
            codes.put(dimension.code(), dimension.categories().get(rest % size).code());
            rest /= size;
        }
        return codes;
    }
}
