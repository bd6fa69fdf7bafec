package org.zhengdun.shared.table;

import java.util.ArrayList;
import java.util.List;

import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;

/** One fact about a table: its title, unit, period, when its data were read. */
record TableFacts(String name, String value) {

    static List<TableFacts> of(Dataset dataset) {
        TableWords words = TableWords.of(dataset);
        List<TableFacts> facts = new ArrayList<>();
        facts.add(new TableFacts(words.title(), dataset.label()));
        dataset.dimensions().stream().filter(Dimension::isConstant).forEach(dimension -> {
            Category only = dimension.categories().getFirst();
            facts.add(new TableFacts(dimension.label(), only.label()));
            if (dimension.isCoded()) {
                facts.add(new TableFacts(dimension.label() + words.code(), only.code()));
            }
        });
        facts.add(new TableFacts(words.updated(), dataset.updated().toString()));
        facts.add(new TableFacts(words.computed(), dataset.computedAt().toString()));
        if (dataset.status().containsValue(Dataset.SUPPRESSED)) {
            facts.add(new TableFacts("*", words.notShown()));
        }
        return facts;
    }
}
