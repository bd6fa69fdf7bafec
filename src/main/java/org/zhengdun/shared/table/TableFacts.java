package org.zhengdun.shared.table;

import java.util.ArrayList;
import java.util.List;

import org.zhengdun.shared.table.Dataset.Category;
import org.zhengdun.shared.table.Dataset.Dimension;

/** One fact about a table: its title, unit, period, when its data were read. */
record TableFacts(String name, String value) {

    static List<TableFacts> of(Dataset dataset) {
        List<TableFacts> facts = new ArrayList<>();
        facts.add(new TableFacts("标题", dataset.label()));
        dataset.dimensions().stream().filter(Dimension::isConstant).forEach(dimension -> {
            Category only = dimension.categories().getFirst();
            facts.add(new TableFacts(dimension.label(), only.label()));
            if (dimension.isCoded()) {
                facts.add(new TableFacts(dimension.label() + "代码", only.code()));
            }
        });
        facts.add(new TableFacts("数据截至", dataset.updated().toString()));
        facts.add(new TableFacts("计算时间", dataset.computedAt().toString()));
        if (dataset.status().containsValue(Dataset.SUPPRESSED)) {
            facts.add(new TableFacts("*", "数值过小，依规不予显示"));
        }
        return facts;
    }
}
