package org.zhengdun.shared.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table as a workbook: figures as numbers on the first sheet, what they are about on the second. */
final class XlsxWriter {

    private static final int WIDE = 40;

    private XlsxWriter() {}

    static byte[] bytes(Dataset dataset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Zhengdun", "1.0")) {
            TableWords words = TableWords.of(dataset);
            writeFigures(book.newWorksheet(words.figures()), new TableLines(dataset));
            writeFacts(book.newWorksheet(words.about()), TableFacts.of(dataset));
        }
        return bytes.toByteArray();
    }

    private static void writeFigures(Worksheet sheet, TableLines lines) {
        List<String> header = lines.header();
        for (int column = 0; column < header.size(); column++) {
            write(sheet, 0, column, header.get(column));
            sheet.style(0, column).bold().wrapText(true).set();
        }
        sheet.freezePane(0, 1);
        int[] row = {0};
        lines.forEach(line -> write(sheet, ++row[0], line));
    }

    private static void write(Worksheet sheet, int row, TableLines.Line line) {
        int column = 0;
        for (String text : line.texts()) {
            write(sheet, row, column++, text);
        }
        for (TableLines.Figure figure : line.figures()) {
            if (figure.value() == null) {
                write(sheet, row, column++, figure.mark());
            } else {
                sheet.value(row, column++, figure.value());
            }
        }
    }

    private static void writeFacts(Worksheet sheet, List<TableFacts> facts) {
        sheet.width(0, WIDE);
        sheet.width(1, WIDE);
        for (int row = 0; row < facts.size(); row++) {
            write(sheet, row, 0, facts.get(row).name());
            write(sheet, row, 1, facts.get(row).value());
        }
    }

    /** XML knows no control characters. */
    private static void write(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, SafeText.of(text).replaceAll("\\p{Cntrl}", " "));
    }
}
