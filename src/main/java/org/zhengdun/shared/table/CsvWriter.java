package org.zhengdun.shared.table;

import java.util.ArrayList;
import java.util.List;

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
        List<String> cells = new ArrayList<>(line.texts());
        line.figures().forEach(
                figure -> cells.add(figure.value() == null ? figure.mark() : figure.value().toPlainString()));
        return new CsvLine(cells);
    }
}
