package org.zhengdun.shared.table;

/** Writes a table as a CSV file that spreadsheet programs open with its Chinese headers right. */
final class CsvWriter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvWriter() {}

    static String text(Dataset dataset) {
        TableLines lines = new TableLines(dataset);
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK).append(new CsvLine(lines.header()));
        lines.forEach(line -> text.append(csv(line)));
        return text.toString();
    }

    private static CsvLine csv(TableLines.Line line) {
        return new CsvLine(line.texts(), line.figures().stream().map(
                figure -> figure.value() == null ? figure.mark() : figure.value().toPlainString()).toList());
    }
}
