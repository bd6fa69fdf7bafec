package org.zhengdun.shared.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.zhengdun.shared.table.Dataset;
import org.zhengdun.shared.table.Tabular;

/** Figures with their JSON text, which is written unchanged; the other formats are made from the figures. */
record StoredTable(Tabular table, String text) implements Tabular {

    @JsonValue
    @JsonRawValue
    String json() {
        return text;
    }

    @Override
    public Dataset toDataset() {
        return table.toDataset();
    }
}
