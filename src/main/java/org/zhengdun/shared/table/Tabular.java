package org.zhengdun.shared.table;

/** An answer that can also be read as a table; its own shape is the JSON form. */
public interface Tabular {

    Dataset toDataset();
}
