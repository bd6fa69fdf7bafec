package org.zhengdun.shared.table;

/** Media types that a {@link Tabular} answer is read in; a resource lists them in {@code @Produces}. */
public final class TableFormat {

    /** The service's own shape. */
    public static final String JSON = "application/json";
    /** Text that spreadsheet programs open. */
    public static final String CSV = "text/csv";
    /** A workbook. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** JSON-stat 2.0, class dataset; its type is not registered, the format leaves it open. */
    public static final String JSON_STAT = "application/vnd.json-stat+json";

    private TableFormat() {}
}
