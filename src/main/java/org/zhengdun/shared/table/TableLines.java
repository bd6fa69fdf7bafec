package org.zhengdun.shared.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;

/** A dataset as the lines of a file: what is down and when, as text, then one figure per category across. */
final class TableLines {

    private static final String NOT_SHOWN = "*";

    private final Dataset dataset;
    private final TableWords words;

    TableLines(Dataset dataset) {
        this.dataset = dataset;
        this.words = TableWords.of(dataset);
    }

    /** Text and figures of one line; a figure that is not shown says so. */
    record Line(List<String> texts, List<Figure> figures) {}

    /** A figure, or the mark in its place. */
    record Figure(@Nullable BigDecimal value, String mark) {}

    List<String> header() {
        List<String> cells = new ArrayList<>();
        dataset.down().forEach(dimension -> {
            if (dimension.isCoded()) {
                cells.add(dimension.label() + words.code());
            }
            cells.add(dimension.label());
        });
        cells.add(words.updated());
        cells.addAll(across());
        return cells;
    }

    void forEach(Consumer<Line> writer) {
        int width = dataset.across().categories().size();
        for (int first = 0; first < dataset.values().size(); first += width) {
            writer.accept(new Line(texts(first / width), figures(first, width)));
        }
    }

    private List<String> across() {
        List<Category> categories = dataset.across().categories();
        Set<String> labels = new HashSet<>(categories.stream().map(Category::label).toList());
        return categories.stream().map(category -> labels.size() == categories.size()
                ? category.label()
                : category.label() + words.open() + category.code() + words.close()).toList();
    }

    private List<String> texts(int line) {
        List<String> cells = new ArrayList<>();
        List<Dimension> down = dataset.down();
        int rest = line;
        for (int i = down.size() - 1; i >= 0; i--) {
            Dimension dimension = down.get(i);
            Category category = dimension.categories().get(rest % dimension.categories().size());
            rest /= dimension.categories().size();
            cells.addFirst(category.label());
            if (dimension.isCoded()) {
                cells.addFirst(category.code());
            }
        }
        cells.add(dataset.updated().toString());
        return cells;
    }

    private List<Figure> figures(int first, int width) {
        List<Figure> figures = new ArrayList<>();
        for (int place = first; place < first + width; place++) {
            boolean withheld = Dataset.SUPPRESSED.equals(dataset.status().get(place));
            figures.add(new Figure(dataset.values().get(place), withheld ? NOT_SHOWN : ""));
        }
        return figures;
    }
}
